package io.hcpnbridge.mapping;

import io.hcpnbridge.text.Printable;
import io.hcpnbridge.text.Visibility;
import io.hcpnbridge.text.Words;
import java.text.Normalizer;
import java.util.Optional;

/**
 * A text by which something is known: a document number, a tenant, an id. Two of them that look the same are the same, so each
 * character is visible and has one spelling only: Unicode's NFKC, without full-width letters and the like.
 */
public final class KeyText {
    private KeyText() {}

    /** The rule that a key breaks; {@code key} has no blanks around it. */
    public static Optional<Words> brokenBy(String key) {
        if (!key.codePoints().allMatch(Visibility::isVisible)) {
            return Optional.of(Words.of(
                    "must have visible characters only, and no other blank than that of ASCII",
                    "只能包含可见字符，空格只能是 ASCII 空格"));
        }
        String plain = Normalizer.normalize(key, Normalizer.Form.NFKC);
        return plain.equals(key)
                ? Optional.empty()
                : Optional.of(Words.of(
                        "must be written with plain characters, not with full-width or other forms of them: %s",
                        "必须使用普通字符，不得使用全角字符或其他变体：%s", Printable.of(plain)));
    }

    /** The key with a question mark for everything in it that cannot be seen, so that it can be shown in its place. */
    public static String visible(String key) {
        StringBuilder visible = new StringBuilder();
        key.codePoints().map(point -> Visibility.isVisible(point) ? point : '?').forEach(visible::appendCodePoint);
        return visible.toString();
    }
}

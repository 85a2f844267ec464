package io.hcpnbridge.tryout;

import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.message.MessageHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whose file it is. A message says so itself, and a file lies in the folder of its interface ({@code <folder>/samples} as well); one
 * that lies elsewhere names it in its header.
 */
final class InterfaceOf {
    private static final int HEADER = 4_096;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)+");

    private final Interfaces interfaces;
    private final String wished;

    InterfaceOf(Interfaces interfaces, String wished) {
        this.interfaces = interfaces;
        this.wished = wished;
        if (!wished.isEmpty() && !interfaces.has(wished)) {
            throw new UnusableException(
                    "--" + Wish.INTERFACE + ": there is no interface " + wished + didYouMean(wished));
        }
    }

    /** @throws UnusableException if it does not tell */
    String of(TriedFile file, long longestMessage) {
        if (!wished.isEmpty()) {
            return wished;
        }
        if (file.form() == Form.MESSAGE) {
            return message(file, longestMessage);
        }
        if (interfaces.has(file.folder())) {
            return file.folder();
        }
        var named = named(file);
        if (named.size() == 1) {
            return named.get(0);
        }
        throw new UnusableException(file.path() + ": neither its folder nor its header names an interface"
                + interfaces
                        .near(file.folder())
                        .map(near -> " (is " + near + " meant by the folder " + file.folder() + "?)")
                        .orElse("")
                + "; add --" + Wish.INTERFACE + "= and one of " + String.join(", ", interfaces.names()));
    }

    private String message(TriedFile file, long longest) {
        var content = file.beginning(Math.toIntExact(Math.min(longest, Integer.MAX_VALUE - 8)));
        var named = MessageHeader.interfaceOf(content);
        return named.filter(interfaces::has)
                .orElseThrow(() -> new UnusableException(file.path()
                        + named.map(name -> ": there is no interface " + name + didYouMean(name))
                                .orElse(": it is no JSON object with a member interface")));
    }

    /** In whatever charset: letters, digits and dots are the same bytes in all of them. */
    private List<String> named(TriedFile file) {
        var header = new String(file.beginning(HEADER), StandardCharsets.ISO_8859_1);
        return NAME.matcher(header)
                .results()
                .map(found -> found.group())
                .filter(interfaces::has)
                .distinct()
                .toList();
    }

    private String didYouMean(String name) {
        return interfaces
                .near(name)
                .map(near -> "; write " + near + " if that is meant")
                .orElse("; there are " + String.join(", ", interfaces.names()));
    }
}

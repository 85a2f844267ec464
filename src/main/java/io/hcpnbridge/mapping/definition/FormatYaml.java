package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.mapping.format.CsvSettings;
import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.FixedLengthSettings;
import io.hcpnbridge.mapping.format.FormatSettings;
import io.hcpnbridge.mapping.format.Lengths;
import io.hcpnbridge.mapping.format.LineEnd;
import io.hcpnbridge.mapping.format.XmlSettings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what {@code file} of {@code interface.yaml} and {@code shared/files.yaml} say together; each kind of files has keys of its own. */
final class FormatYaml {
    private static final Set<String> COMMON = Set.of("charset", "zone", "text-width", "time");
    private static final Map<FileKind, Set<String>> OWN = Map.of(
            FileKind.FIXED_LENGTH, Set.of("line-end", "max-line", "lengths"),
            FileKind.CSV, Set.of("line-end", "max-line", "delimiter", "quote", "formulas"),
            FileKind.XML, Set.of());

    private final YamlSection section;

    private FormatYaml(YamlSection section) {
        this.section = section;
    }

    static Set<String> keys(FileKind kind) {
        return Stream.concat(COMMON.stream(), OWN.get(kind).stream()).collect(Collectors.toSet());
    }

    static FormatSettings read(YamlSection section, FileKind kind) {
        FormatYaml yaml = new FormatYaml(section);
        return switch (kind) {
            case FIXED_LENGTH -> yaml.fixedLength();
            case CSV -> yaml.csv();
            case XML -> new XmlSettings(yaml.charset("UTF-8"), yaml.zone(), yaml.textWidth());
        };
    }

    private FixedLengthSettings fixedLength() {
        Lengths lengths = Lengths.valueOf(upper(section.oneOf("lengths", List.of("bytes", "characters"))));
        return new FixedLengthSettings(charset("GB18030"), zone(), textWidth(), lineEnd(), maxLine(), lengths);
    }

    private CsvSettings csv() {
        String delimiter = section.oneOf("delimiter", List.of(",", ";", "|", "tab"));
        return new CsvSettings(
                charset("GB18030"),
                zone(),
                textWidth(),
                lineEnd(),
                maxLine(),
                delimiter.equals("tab") ? '\t' : delimiter.charAt(0),
                section.oneOf("quote", List.of("\"", "'")).charAt(0),
                CsvSettings.Formulas.valueOf(upper(section.oneOf("formulas", List.of("quoted", "as-is")))));
    }

    private Charset charset(String absent) {
        return section.converted(
                "charset", absent, "must be a charset in which ASCII is single bytes", FormatYaml::asciiCharset);
    }

    private ZoneId zone() {
        return section.converted("zone", "Asia/Shanghai", "must be a time zone, e.g. Asia/Shanghai", ZoneId::of);
    }

    private int textWidth() {
        return section.number("text-width", 120, 4, 1_000_000);
    }

    private LineEnd lineEnd() {
        return LineEnd.valueOf(upper(section.oneOf("line-end", List.of("crlf", "lf"))));
    }

    private int maxLine() {
        return section.number("max-line", 4000, 20, 1_000_000);
    }

    /** Records are told apart by bytes, so the charset must leave ASCII alone and have no shift codes. */
    private static Charset asciiCharset(String name) {
        Charset charset = Charset.forName(name);
        StringBuilder ascii = new StringBuilder();
        for (char unit = 0; unit < 0x80; unit++) {
            ascii.append(unit);
        }
        byte[] single = ascii.toString().getBytes(StandardCharsets.US_ASCII);
        if (!charset.canEncode() || !Arrays.equals(ascii.toString().getBytes(charset), single)) {
            throw new IllegalArgumentException(name);
        }
        for (byte unit : "\u4e2d\u3042\uac00\u00e9".getBytes(charset)) {
            if (unit >= 0 && unit < ' ') {
                throw new IllegalArgumentException(name);
            }
        }
        return charset;
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}

package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.definition.TestDefinition;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The same test format in every kind of file, and how an ERP writes it. */
enum TestKind {
    FIXED_LENGTH("line", "H") {
        private final Map<String, String> marks = Map.of("header", "H", "record", "D", "trailer", "T");
        private final Map<String, Integer> widths = widths(
                "interface 16 batchNumber 8 createdAt 14 tenant 10 document 10 customer 20 day 8 quantity 6 price 9 "
                        + "filler 2 count 8 quantityTotal 8");

        @Override
        TestDefinition definition(Charset charset) {
            return TestFormats.definition(charset, Lengths.CHARACTERS);
        }

        @Override
        String record(String name, Map<String, String> fields) {
            String line = marks.get(name)
                    + fields.entrySet().stream()
                            .map(field -> TestFormats.pad(field.getValue(), widths.get(field.getKey())))
                            .collect(Collectors.joining());
            return TestFormats.pad(line, Math.max(56, line.length())) + "\n";
        }

        /** Two implied decimals here. */
        @Override
        String price(String price) {
            return price.replace(".", "");
        }
    },

    CSV("line", "H") {
        private final Map<String, String> marks = Map.of("header", "H", "record", "D", "trailer", "T");

        @Override
        TestDefinition definition(Charset charset) {
            return TestKind.pointed("{kind: csv, formulas: as-is, charset: " + charset + "}");
        }

        @Override
        String record(String name, Map<String, String> fields) {
            return marks.get(name) + ","
                    + fields.values().stream()
                            .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
                            .collect(Collectors.joining(","))
                    + "\n";
        }
    },

    XML("element", "header") {
        @Override
        TestDefinition definition(Charset charset) {
            return TestKind.pointed("{kind: xml, charset: " + charset + "}");
        }

        @Override
        String record(String name, Map<String, String> fields) {
            return fields.entrySet().stream()
                    .map(field -> "<" + field.getKey() + ">"
                            + field.getValue().replace("&", "&amp;").replace("<", "&lt;") + "</" + field.getKey()
                            + ">")
                    .collect(Collectors.joining("", "<" + name + ">", "</" + name + ">\n"));
        }

        @Override
        String file(String records) {
            return "<batch>" + records + "</batch>";
        }
    };

    /** What a record is called in problems. */
    final String noun;

    /** What tells a header apart. */
    final String headerMark;

    TestKind(String noun, String headerMark) {
        this.noun = noun;
        this.headerMark = headerMark;
    }

    abstract TestDefinition definition(Charset charset);

    abstract String record(String name, Map<String, String> fields);

    String file(String records) {
        return records;
    }

    String price(String price) {
        return price;
    }

    FileFormat format(Charset charset) {
        return definition(charset).read().files();
    }

    FileFormat symmetric(Charset charset) {
        return TestFormats.symmetric(definition(charset));
    }

    /** The test interface in files of that kind, whose amounts have a decimal point. */
    static TestDefinition pointed(String file) {
        return TestDefinition.of("stock.query").withFiles(file).with("shared/types.yaml", ", decimals: 2", "");
    }

    String header() {
        return record(
                "header",
                ordered(
                        "interface",
                        "stock.query",
                        "batchNumber",
                        "B1",
                        "createdAt",
                        "20240315103000",
                        "tenant",
                        "demo"));
    }

    String detail(String document, String customer, String day, String quantity, String price) {
        return record(
                "record",
                ordered(
                        "document",
                        document,
                        "customer",
                        customer,
                        "day",
                        day,
                        "quantity",
                        quantity,
                        "price",
                        price(price),
                        "filler",
                        ""));
    }

    String detail(String document) {
        return detail(document, "", "", "", "");
    }

    String trailer() {
        return record("trailer", ordered("count", "1", "quantityTotal", "3"));
    }

    /** A batch around these details. */
    String batch(String details) {
        return file(header() + details + trailer());
    }

    /** The records that an answer was written with, as the records of a batch. */
    byte[] asBatch(byte[] answer, Charset charset) {
        String records = new String(answer, charset).replaceAll("<\\?xml.*\\?>|</?answer>", "");
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        batch.writeBytes(batch(records).getBytes(charset));
        return batch.toByteArray();
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            ordered.put(pairs[index], pairs[index + 1]);
        }
        return ordered;
    }

    private static Map<String, Integer> widths(String text) {
        List<String> words = List.of(text.split(" "));
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (int index = 0; index < words.size(); index += 2) {
            widths.put(words.get(index), Integer.parseInt(words.get(index + 1)));
        }
        return widths;
    }
}

package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.format.CsvSettings.Formulas;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The same test format in every kind of file, and how an ERP writes it. */
enum TestKind {
    FIXED_LENGTH("/mapping/catalog/stock.query/format.xml", "line", "H") {
        private final Map<String, String> marks = Map.of("header", "H", "record", "D", "trailer", "T");
        private final Map<String, Integer> widths = widths(
                "interface 16 batchNumber 8 createdAt 14 tenant 10 document 10 customer 20 day 8 quantity 6 price 9 "
                        + "filler 2 count 8 quantityTotal 8");

        @Override
        FormatSettings settings(Charset charset) {
            return TestFormats.settings(charset, Lengths.CHARACTERS);
        }

        @Override
        String record(String name, Map<String, String> fields) {
            return marks.get(name)
                    + fields.entrySet().stream()
                            .map(field -> TestFormats.pad(field.getValue(), widths.get(field.getKey())))
                            .collect(Collectors.joining())
                    + "\n";
        }

        /** Two implied decimals here. */
        @Override
        String price(String price) {
            return price.replace(".", "");
        }
    },

    CSV("/mapping/format/csv.xml", "line", "H") {
        private final Map<String, String> marks = Map.of("header", "H", "record", "D", "trailer", "T");

        @Override
        FormatSettings settings(Charset charset) {
            return new CsvSettings(charset, TestFormats.SHANGHAI, 20, LineEnd.CRLF, 200, ',', '"', Formulas.AS_IS);
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

    XML("/mapping/format/xml.xml", "element", "header") {
        @Override
        FormatSettings settings(Charset charset) {
            return new XmlSettings(charset, TestFormats.SHANGHAI, 20);
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

    private final String resource;

    /** What a record is called in problems. */
    final String noun;

    /** What tells a header apart. */
    final String headerMark;

    TestKind(String resource, String noun, String headerMark) {
        this.resource = resource;
        this.noun = noun;
        this.headerMark = headerMark;
    }

    abstract FormatSettings settings(Charset charset);

    abstract String record(String name, Map<String, String> fields);

    String file(String records) {
        return records;
    }

    String price(String price) {
        return price;
    }

    byte[] xml() {
        return TestFormats.content(resource);
    }

    FileFormat format(Charset charset) {
        return TestFormats.compiled(resource, settings(charset));
    }

    /** The answer has the batch's detail record too, so that what is written can be read. */
    FileFormat symmetric(Charset charset) {
        String xml = new String(xml(), StandardCharsets.UTF_8);
        int from = xml.indexOf("<record name=\"record\"");
        String detail = xml.substring(from, xml.indexOf("<record name=\"trailer\"", from));
        String symmetric = xml.replace("<record name=\"item\"", detail + "<record name=\"item\"");
        return FileFormat.compile("test/format.xml", symmetric.getBytes(StandardCharsets.UTF_8), settings(charset));
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

package io.hcpnbridge.campaign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hcpnbridge.campaign.OddFile.Expectation;
import io.hcpnbridge.rehearsal.ErpFormat;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Makes odd files, the same ones for the same seed and number: good ones with one thing changed, and some that are only noise. */
final class OddFiles {
    private static final int MOST_DOCUMENTS = 12;
    private static final int MANY_DOCUMENTS = 1_500;
    private static final String[] NAMES = {
        "%d.txt",
        "续订 %d 号.txt",
        "%d",
        "%d.answer.txt",
        "a b  c %d",
        "%d'\"`$(x).txt",
        "%d#;&|<>.TXT",
        "%%41%d.txt",
        "é%d😀"
    };

    /** A kind of file that the ERP writes: a good record, and what makes it bad. */
    private record Sort(
            String iface, boolean lines, Map<String, String> good, String needed, String field, String bad) {}

    private static final List<Sort> SORTS = List.of(
            new Sort("orders.detail", true, Map.of("orderId", "CS1"), "orderId", "wantOriginal", "X"),
            new Sort("orders.list", true, Map.of("orderId", "CS1"), "document", "createdFrom", "20261301000000"),
            new Sort("products.policies", true, Map.of("month", "2024-01"), "month", "month", "2024-13"),
            new Sort("customers.create", false, Map.of(), "platformUserId", "mobilePhone", "12"));

    private final long seed;

    OddFiles(long seed) {
        this.seed = seed;
    }

    OddFile get(int number) {
        var random = new Random(new SplittableRandom(seed * 1_000_003 + number).nextLong());
        var sort = SORTS.get(random.nextInt(SORTS.size()));
        var documents = 1 + random.nextInt(random.nextInt(200) == 0 ? MANY_DOCUMENTS : MOST_DOCUMENTS);
        var batch = new Batch(sort, number, documents, random);
        return random.nextInt(4) == 0 ? batch.noise() : batch.damaged();
    }

    /** A good batch that is damaged. */
    private static final class Batch {
        private final Sort sort;
        private final ErpFormat format;
        private final int number;
        private final Random random;
        private final Map<String, String> header;
        private final List<Map<String, String>> records = new ArrayList<>();
        private final int victim;

        Batch(Sort sort, int number, int documents, Random random) {
            this.sort = sort;
            this.format = ErpFormat.of(sort.iface());
            this.number = number;
            this.random = random;
            this.header = new LinkedHashMap<>(format.header("B" + number));
            IntStream.range(0, documents).forEach(i -> records.add(record("D%d-%d".formatted(number, i))));
            this.victim = random.nextInt(documents);
        }

        private Map<String, String> record(String document) {
            var record = new LinkedHashMap<>(sort.good());
            record.put("document", document);
            if (sort.iface().equals("customers.create")) {
                record.put("platformUserId", document);
            }
            record.put("remark", random.nextBoolean() ? "华东 & 华南" : "");
            return record;
        }

        /** What the file itself says is wrong. */
        OddFile damaged() {
            return switch (random.nextInt(9)) {
                case 0 ->
                    file(
                            "a needed column is blank",
                            Expectation.refused(line(victim), sort.needed()),
                            with(sort.needed(), ""));
                case 1 ->
                    file(
                            "a bad value",
                            Expectation.refused(line(victim), sort.field()),
                            with(sort.field(), sort.bad()));
                case 2 -> {
                    records.add(records.get(victim));
                    yield file("a document twice", Expectation.refused(line(records.size() - 1), "document"), Map.of());
                }
                case 3 -> {
                    var count = String.valueOf(records.size() + 1);
                    yield file(
                            "a wrong count",
                            Expectation.refused(line(records.size()), "count"),
                            Map.of("count", count));
                }
                case 4 -> {
                    header.put("tenant", "nobody");
                    yield file("an unknown tenant", Expectation.refused(line(-1), "tenant"), Map.of());
                }
                case 5 -> {
                    header.put("interface", "orders.other");
                    yield file("another interface", Expectation.refused(line(-1), "interface"), Map.of());
                }
                case 6 -> changed("lines end in LF", Expectation.taken(), text -> text.replace("\r\n", "\n"));
                case 7 -> named();
                default -> file("nothing", Expectation.taken(), Map.of());
            };
        }

        private OddFile named() {
            var name = NAMES[random.nextInt(NAMES.length)].formatted(number);
            return new OddFile(
                    sort.iface(), name, content(Map.of()), "an odd name", records.size(), Expectation.taken());
        }

        /** Damage to the bytes, wherever it falls. */
        OddFile noise() {
            return switch (random.nextInt(8)) {
                case 0 -> bytes("an empty file", new byte[0], Expectation.refused(0, null));
                case 1 -> {
                    var noise = new byte[1 + random.nextInt(5_000)];
                    random.nextBytes(noise);
                    yield bytes("noise", noise, Expectation.refused(0, null));
                }
                case 2 -> {
                    var content = content(Map.of());
                    yield bytes(
                            "cut off", Arrays.copyOf(content, random.nextInt(content.length)), Expectation.either());
                }
                case 3 -> {
                    var content = content(Map.of());
                    content[random.nextInt(content.length)] = (byte) random.nextInt(256);
                    yield bytes("one byte is another", content, Expectation.either());
                }
                case 4 -> changed("an unknown letter", Expectation.either(), text -> text.replaceFirst("\nD", "\nQ"));
                case 5 -> changed("a mark before", Expectation.either(), text -> "\u00EF\u00BB\u00BF" + text);
                case 6 -> changed("blank lines", Expectation.either(), text -> text.replace("\r\n", "\r\n\r\n"));
                default -> bytes("UTF-16", new String(content(Map.of()), UTF_8).getBytes(UTF_16), Expectation.either());
            };
        }

        private OddFile changed(String damage, Expectation expected, UnaryOperator<String> change) {
            return bytes(
                    damage,
                    change.apply(new String(content(Map.of()), ISO_8859_1)).getBytes(ISO_8859_1),
                    expected);
        }

        private OddFile file(String damage, Expectation expected, Map<String, String> totals) {
            return bytes(damage, content(totals), expected);
        }

        private OddFile bytes(String damage, byte[] content, Expectation expected) {
            return new OddFile(
                    sort.iface(), number + "." + format.extension(), content, damage, records.size(), expected);
        }

        private Map<String, String> with(String column, String value) {
            records.get(victim).put(column, value);
            return Map.of();
        }

        /** Of a record, from 0; -1 is the header. Elements are counted otherwise than lines. */
        private int line(int record) {
            return sort.lines() ? record + 2 : 0;
        }

        private byte[] content(Map<String, String> totals) {
            if (!sort.lines()) {
                return inElements(totals);
            }
            var out = new ByteArrayOutputStream();
            out.writeBytes(format.line("header", header));
            records.forEach(record -> out.writeBytes(format.line("record", record)));
            out.writeBytes(format.line("trailer", Map.of("count", count(totals))));
            return out.toByteArray();
        }

        private byte[] inElements(Map<String, String> totals) {
            var text = new String(
                    format.batch(header.get("tenant"), "B" + number, records, Map.of("count", count(totals))), UTF_8);
            return text.replaceFirst("<interface>[^<]*", "<interface>" + header.get("interface"))
                    .getBytes(UTF_8);
        }

        private String count(Map<String, String> totals) {
            return totals.getOrDefault("count", String.valueOf(records.size()));
        }
    }
}

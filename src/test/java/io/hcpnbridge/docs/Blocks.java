package io.hcpnbridge.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A part of a page as its blocks from top to bottom: headings, paragraphs, items, table rows, fenced blocks. */
record Blocks(List<Block> all) {
    private static final Pattern CODE = Pattern.compile("`([^`\\n]*)`");
    private static final Pattern LINK_TARGET = Pattern.compile("\\]\\([^)]*\\)|(?:href|src)=\"[^\"]*\"");

    /**
     * @param kind {@code ##}, {@code text}, {@code item}, {@code row}, {@code html}, {@code indented}, or a fence with its
     *     language
     * @param text without the mark of the kind, lines of a paragraph joined by a blank
     */
    record Block(String kind, String text) {
        /** What stands in code style, sorted: the order of words differs between languages. */
        List<String> code() {
            return CODE.matcher(text)
                    .results()
                    .map(code -> code.group(1))
                    .sorted()
                    .toList();
        }

        /** What a person reads: without code and addresses. */
        String words() {
            return LINK_TARGET.matcher(CODE.matcher(text).replaceAll(" ")).replaceAll(" ");
        }
    }

    static Blocks of(String text) {
        var blocks = new ArrayList<Block>();
        String fence = null;
        boolean joins = false;
        for (String line : text.lines().toList()) {
            if (fence != null) {
                fence = line.strip().equals("```") ? null : append(blocks, line + "\n", fence);
                joins = false;
            } else if (line.strip().startsWith("```")) {
                fence = line.strip();
                blocks.add(new Block(fence, ""));
            } else if (line.isBlank()) {
                joins = false;
            } else {
                var block = block(line);
                if (joins && continues(blocks.get(blocks.size() - 1), block)) {
                    append(blocks, " " + block.text(), "");
                } else {
                    blocks.add(block);
                }
                joins = true;
            }
        }
        return new Blocks(List.copyOf(blocks));
    }

    List<Block> of(Pattern kind) {
        return all.stream()
                .filter(block -> kind.matcher(block.kind()).matches())
                .toList();
    }

    List<String> kinds() {
        return all.stream().map(Block::kind).toList();
    }

    private static boolean continues(Block last, Block next) {
        return next.kind().equals("text") && List.of("text", "item", "html").contains(last.kind());
    }

    private static Block block(String line) {
        if (line.startsWith("#")) {
            return new Block(line.replaceFirst(" .*", ""), line.replaceFirst("#+ ", ""));
        } else if (line.startsWith("|")) {
            return new Block("row", line);
        } else if (line.startsWith("- ") || line.matches("\\d+\\. .*")) {
            return new Block("item", line.replaceFirst("\\S+ ", ""));
        } else if (line.startsWith("<")) {
            return new Block("html", line);
        } else if (line.startsWith("    ")) {
            return new Block("indented", line.strip());
        }
        return new Block("text", line.strip());
    }

    private static String append(List<Block> blocks, String more, String fence) {
        var last = blocks.remove(blocks.size() - 1);
        blocks.add(new Block(last.kind(), last.text() + more));
        return fence;
    }
}

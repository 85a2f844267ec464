package io.hcpnbridge.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages that lead a reader through the product: README.md, what stands below {@code src/docs}, how to contribute. */
final class Pages {
    static final Path README = Path.of("README.md");

    private static final Path MAPPINGS = Path.of("mappings");
    private static final Path FOLDER = Path.of("src", "docs");
    private static final Path ENGLISH = FOLDER.resolve("en");
    private static final Path CONTRIBUTING = Path.of(".github", "CONTRIBUTING.md");
    private static final List<Path> GUIDES = Stream.of(List.of(README), below(ENGLISH), List.of(CONTRIBUTING))
            .flatMap(List::stream)
            .toList();
    private static final List<Path> OF_MAPPINGS =
            below(MAPPINGS).stream().filter(page -> page.endsWith(README)).toList();

    private Pages() {}

    /** Every page in English. */
    static List<Path> english() {
        return GUIDES;
    }

    /** The pages of the interfaces in English, and the one about mappings. */
    static List<Path> ofMappings() {
        return OF_MAPPINGS;
    }

    /** Every page below a folder. */
    static List<Path> below(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the same page stands in Chinese; the page itself if there is none. */
    static Path chinese(Path english) {
        if (english.startsWith(ENGLISH)) {
            return FOLDER.resolve("zh").resolve(ENGLISH.relativize(english));
        }
        return english().contains(english) || ofMappings().contains(english)
                ? english.resolveSibling(english.getFileName().toString().replace(".md", ".zh-CN.md"))
                : english;
    }

    /** A page of {@code src/docs/en}. */
    static Page page(String name) {
        return Page.of(ENGLISH.resolve(name + ".md"));
    }

    /** All pages in English as one. */
    static Page all() {
        return new Page(english().stream().map(Page::of).map(Page::text).collect(Collectors.joining("\n")));
    }
}

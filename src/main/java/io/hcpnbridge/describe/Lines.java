package io.hcpnbridge.describe;

import java.util.ArrayList;
import java.util.List;

/** A text in lines of a length, parted between words. */
final class Lines {
    private Lines() {}

    /** At least one, which may be empty; a word that is longer is cut. */
    static List<String> of(String text, int longest) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" |(?<=\\G\\S{" + longest + "})", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (!line.isEmpty() && line.length() + 1 + word.length() > longest) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}

package io.hcpnbridge.tryout;

import io.hcpnbridge.check.mapping.MappingsCheck;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One run: every path that was named. */
final class Trial {
    private final Wish wish;
    private final Page page;
    private final Interfaces interfaces;

    Trial(Wish wish, Page page) {
        this.wish = wish;
        this.page = page;
        this.interfaces = new Interfaces(wish.mappings());
    }

    /** Gives the exit code. */
    int run() {
        var whose = new InterfaceOf(interfaces, wish.interfaceName());
        var tried = new ArrayList<Tried>();
        for (var path : wish.paths()) {
            var met = new TreeSet<String>();
            for (var file : TriedFile.at(path)) {
                var name = whose.of(file, wish.limits().messageBytes());
                tried.addAll(file(file, name));
                met.add(name);
            }
            if (Files.isDirectory(path)) {
                met.forEach(name -> tried.add(mapping(name)));
            }
        }
        if (wish.report() != null) {
            JUnitReport.write(tried, wish.report());
        }
        return tried.stream().allMatch(one -> one.problems().isEmpty()) ? Tryout.WELL : Tryout.PROBLEMS;
    }

    private List<Tried> file(TriedFile file, String name) {
        var came = new FileTry(wish, page).run(file, interfaces.get(name));
        page.blank();
        return came;
    }

    /** What the check of a start says of the interface, tried with the samples and recorded answers beside it. */
    private Tried mapping(String name) {
        var mistakes = MappingsCheck.mistakes(interfaces.get(name), interfaces.samples(name)).stream()
                .map(Throwable::getMessage)
                .toList();
        page.line("mappings/" + name + ", with its samples and what the partner answered to them: "
                + (mistakes.isEmpty() ? "all right" : Count.of(mistakes.size(), "mistake")));
        mistakes.forEach(mistake -> page.line("  " + mistake));
        return new Tried("mappings/" + name, mistakes);
    }
}

package io.hcpnbridge.check;

import io.hcpnbridge.check.mapping.MappingsCheck;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.SampleFiles;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.route.BrokenRoutesException;
import io.hcpnbridge.route.FilledTemplates;
import io.hcpnbridge.route.RouteFiles;
import io.hcpnbridge.route.RouteRules;
import io.hcpnbridge.route.TemplatedRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Reads and checks mappings and routes before anything else of the adapter is made: a broken file stops the start before the
 * database is touched. All problems are said at once.
 */
final class FilesCheck implements BeanFactoryPostProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(FilesCheck.class);

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> problems = new ArrayList<>();
        Set<String> interfaces = interfaces(beans, problems);
        try {
            var routes = made(beans, "routeFiles", RouteFiles.class);
            RouteRules.check(routes, beans, interfaces, templated(beans));
        } catch (BrokenRoutesException e) {
            problems.addAll(e.getMessage().lines().toList());
        }
        if (!problems.isEmpty()) {
            throw new UnfitToStartException(problems);
        }
        tellOverrides(beans);
    }

    /** Their names, if they can be told, even if they do not compile. */
    private static Set<String> interfaces(ConfigurableListableBeanFactory beans, List<String> problems) {
        List<InterfaceMapping> compiled = new ArrayList<>();
        try {
            var catalog = made(beans, "mappingCatalog", MappingCatalog.class);
            catalog.interfaces().stream().map(catalog::current).forEach(compiled::add);
        } catch (MappingException e) {
            e.all().forEach(mistake -> problems.add(mistake.getMessage()));
            if (!beans.containsSingleton("mappingSource")) {
                return Set.of();
            }
            compiled.addAll(MappingCatalog.compilable(beans.getBean("mappingSource", MappingSource.class)));
        }
        var source = beans.getBean("mappingSource", MappingSource.class);
        boolean everything = CheckMode.isOn(beans.getBean(Environment.class));
        compiled.removeIf(mapping -> !everything && source.isPacked(mapping.name()));
        tryOut(compiled, source, problems);
        return source.interfaces();
    }

    /** The routes that templates make. Those of interfaces that do not compile, or of files that cannot be read, are told before. */
    private static List<TemplatedRoute> templated(ConfigurableListableBeanFactory beans) {
        List<TemplatedRoute> wanted = new ArrayList<>();
        for (var name : beans.getBeanNamesForType(FilledTemplates.class, false, false)) {
            try {
                wanted.addAll(made(beans, name, FilledTemplates.class).wanted());
            } catch (MappingException | BrokenRoutesException alreadyTold) {
                continue;
            }
        }
        return wanted;
    }

    /** At a start only what was not packed: the build has tried the rest. */
    private static void tryOut(List<InterfaceMapping> mappings, MappingSource source, List<String> problems) {
        if (mappings.isEmpty()) {
            return;
        }
        var samples = source.samples();
        for (var mapping : mappings) {
            MappingsCheck.mistakes(mapping, samples.getOrDefault(mapping.name(), SampleFiles.NONE)).stream()
                    .map(mistake -> source.located(mistake).getMessage())
                    .filter(mistake -> !problems.contains(mistake))
                    .forEach(problems::add);
        }
    }

    private static <T> T made(ConfigurableListableBeanFactory beans, String name, Class<T> type) {
        try {
            return beans.getBean(name, type);
        } catch (BeanCreationException e) {
            throw Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                    .filter(cause -> cause instanceof MappingException || cause instanceof BrokenRoutesException)
                    .map(RuntimeException.class::cast)
                    .findFirst()
                    .orElse(e);
        }
    }

    private static void tellOverrides(ConfigurableListableBeanFactory beans) {
        List<String> told = new ArrayList<>();
        beans.getBean("mappingSource", MappingSource.class)
                .fromOutside()
                .forEach((folder, location) -> told.add("mappings/" + folder + " comes from " + location + folder));
        beans.getBean("routeFiles", RouteFiles.class)
                .fromOutside()
                .forEach((file, location) -> told.add("routes/" + file + " comes from " + location));
        if (!told.isEmpty()) {
            LOG.info("Overridden: {}", String.join("; ", told));
        }
    }
}

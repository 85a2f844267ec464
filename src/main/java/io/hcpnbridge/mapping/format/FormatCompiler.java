package io.hcpnbridge.mapping.format;

import io.hcpnbridge.mapping.MappingException;
import io.hcpnbridge.mapping.Mistakes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beanio.BeanIOException;
import org.beanio.internal.compiler.StreamCompiler;
import org.beanio.internal.parser.Component;
import org.beanio.internal.parser.Record;
import org.beanio.internal.parser.Stream;

/**
 * Compiles a format file. With the {@link RecordCompiler}s the only place that looks inside the format library: its
 * compiled tree tells where each field really stands, templates and offsets resolved.
 */
final class FormatCompiler {
    private static final Pattern LINE = Pattern.compile("line (\\d+): (.*)", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile(
            "Invalid (?:field '([^']+)', in )?(?:record '([^']+)', in )?stream '([^']+)': (.*)", Pattern.DOTALL);

    private final String file;
    private final FormatXml xml;
    private final FileShape shape;

    private FormatCompiler(String file, FormatXml xml, FileShape shape) {
        this.file = file;
        this.xml = xml;
        this.shape = shape;
    }

    static Map<String, StreamLayout> compile(String file, byte[] content, FileShape shape) {
        return new FormatCompiler(file, FormatXml.check(file, content, shape.kind()), shape).streams(content);
    }

    private Map<String, StreamLayout> streams(byte[] content) {
        Map<String, StreamLayout> streams = new HashMap<>();
        Mistakes mistakes = new Mistakes();
        for (Stream stream : load(content)) {
            stream.setMessageFactory(new RuleTexts());
            streams.put(stream.getName(), new StreamLayout(stream.getName(), records(stream, mistakes), stream, xml));
        }
        mistakes.end();
        return streams;
    }

    private Collection<Stream> load(byte[] content) {
        Properties properties = new Properties();
        properties.setProperty("zone", shape.settings().zone().getId());
        try {
            return new StreamCompiler(getClass().getClassLoader())
                    .loadMapping(new ByteArrayInputStream(content), properties);
        } catch (BeanIOException | IOException | IllegalArgumentException invalid) {
            throw located(invalid);
        }
    }

    /** Order and number of records are checked while reading, where every bad one is reported, not by the library. */
    private List<RecordLayout> records(Stream stream, Mistakes mistakes) {
        RecordCompiler compiler = shape.compiler(new FormatPlace(file, xml, stream.getName()));
        List<RecordLayout> records = new ArrayList<>();
        compile((Component) stream.getLayout(), compiler, records, mistakes);
        return records;
    }

    /** Of XML the library wraps records into elements. */
    private static void compile(
            Component component, RecordCompiler compiler, List<RecordLayout> records, Mistakes mistakes) {
        if (component instanceof Record record) {
            record.setOrder(1);
            record.setMinOccurs(0);
            record.setMaxOccurs(Integer.MAX_VALUE);
            mistakes.attempt(() -> records.add(compiler.compile(record)));
        } else {
            component.getChildren().forEach(child -> compile(child, compiler, records, mistakes));
        }
    }

    private MappingException located(Exception invalid) {
        StringBuilder reasons = new StringBuilder(String.valueOf(invalid.getMessage()));
        for (Throwable cause = invalid.getCause(); cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && reasons.indexOf(cause.getMessage()) < 0) {
                reasons.append(": ").append(cause.getMessage());
            }
        }
        String reason = reasons.toString();
        Matcher line = LINE.matcher(reason);
        if (line.find()) {
            String rest = line.group(2).replaceAll("\\s*==> Error at line", "; line");
            return new MappingException(file, Integer.parseInt(line.group(1)), rest, invalid);
        }
        Matcher place = PLACE.matcher(reason);
        if (place.find()) {
            List<String> names = new ArrayList<>(List.of(place.group(3)));
            if (place.group(2) != null) {
                names.add(place.group(2));
            }
            if (place.group(1) != null) {
                names.add(place.group(1));
            }
            return new MappingException(file, xml.line(names.toArray(new String[0])), reason, invalid);
        }
        return new MappingException(file, 0, reason, invalid);
    }
}

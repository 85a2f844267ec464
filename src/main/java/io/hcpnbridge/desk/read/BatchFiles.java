package io.hcpnbridge.desk.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.format.BatchWriter;
import io.hcpnbridge.mapping.format.Form;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What came with a batch and what went, as files: written while they are read, so that neither is held in memory. */
@Repository
public class BatchFiles {
    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;
    private final MappingCatalog mappings;

    BatchFiles(JdbcClient jdbc, DataSource dataSource, MappingCatalog mappings) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(ROWS_AT_A_TIME);
        this.mappings = mappings;
    }

    /** Which of a batch's documents. */
    public enum Part {
        /** All of them, but for lines with a number that was taken by other content. */
        CAME("true"),
        /** Those that were refused or have failed, to be corrected and handed in under new numbers. */
        REPAIR("state in ('REFUSED', 'FAILED')");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }
    }

    /** A file that can be written. */
    public record BatchFile(
            long batch, String tenant, String interfaceName, String name, Form form, ObjectNode header, Part part) {}

    /** The last answer as it was, or will be, delivered. */
    public record AnswerFile(long batch, String tenant, String interfaceName, String name, int edition) {}

    /** Empty if there is nothing of the kind, or contents are deleted by their age. */
    @Transactional(readOnly = true)
    public Optional<BatchFile> find(long batch, Part part) {
        return jdbc.sql(
                        """
                        select batch.*, header::text as said, file_name from batch
                            cross join lateral (select file_name from arrival where batch_id = batch.id order by id limit 1) came
                        where batch.id = ? and verdict = 'ACCEPTED'
                            and exists (select from batch_record join record on record.id = record_id
                                where batch_id = batch.id and not conflict and %1$s)
                            and not exists (select from batch_record join record on record.id = record_id
                                where batch_id = batch.id and not conflict and %1$s and emptied_at is not null)
                        """
                                .formatted(part.condition))
                .param(batch)
                .query((row, number) -> file(row, part))
                .optional()
                .filter(file -> mappings.interfaces().contains(file.interfaceName()));
    }

    private static BatchFile file(ResultSet row, Part part) throws SQLException {
        var header = (ObjectNode) ExactJson.read(row.getString("said"));
        return new BatchFile(
                row.getLong("id"),
                row.getString("tenant"),
                row.getString("interface"),
                row.getString("file_name"),
                Form.of(row.getString("form")),
                header.put("interface", row.getString("interface")),
                part);
    }

    /** Writes the documents as the ERP writes them now; closes what it writes to. */
    @Transactional(readOnly = true)
    public void write(BatchFile file, OutputStream out) throws IOException {
        var mapping = mappings.current(file.interfaceName());
        Map<String, String> sums = new TreeMap<>();
        mapping.settings().controls().forEach(total -> sums.put(total.trailer(), total.sumOf()));
        try (var writer = mapping.format(file.form()).batch(out)) {
            writer.write("header", file.header());
            writer.write("trailer", documents(file, writer, sums));
        }
    }

    /** Gives the trailer. */
    private ObjectNode documents(BatchFile file, BatchWriter writer, Map<String, String> sums) {
        var totals = new TreeMap<String, BigDecimal>();
        totals.put("count", BigDecimal.ZERO);
        sums.keySet().forEach(total -> totals.put(total, BigDecimal.ZERO));
        streaming.query(
                """
                select record.content::text as content from batch_record join record on record.id = record_id
                where batch_id = ? and not conflict and %s order by position
                """
                        .formatted(file.part().condition),
                row -> {
                    var document = (ObjectNode) ExactJson.read(row.getString("content"));
                    write(writer, document);
                    totals.merge("count", BigDecimal.ONE, BigDecimal::add);
                    sums.forEach((total, column) ->
                            totals.merge(total, document.path(column).decimalValue(), BigDecimal::add));
                },
                file.batch());
        var trailer = ExactJson.mapper().createObjectNode();
        totals.forEach(trailer::put);
        return trailer;
    }

    private static void write(BatchWriter writer, ObjectNode document) {
        try {
            writer.write("record", document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if there is none yet, or it is deleted by its age. */
    @Transactional(readOnly = true)
    public Optional<AnswerFile> findAnswer(long batch) {
        return jdbc.sql(
                        """
                        select batch.id, coalesce(tenant, header ->> 'tenant') as tenant, interface, file_name, batch.edition from batch
                            cross join lateral (select file_name from arrival where batch_id = batch.id order by id limit 1) came
                        where batch.id = ?
                            and exists (select from answer_part part where part.batch_id = batch.id and part.edition = batch.edition)
                        """)
                .param(batch)
                .query((row, number) -> new AnswerFile(
                        row.getLong("id"),
                        row.getString("tenant"),
                        row.getString("interface"),
                        row.getString("file_name"),
                        row.getInt("edition")))
                .optional();
    }

    /** Writes the answer, byte by byte as the ERP gets it. */
    @Transactional(readOnly = true)
    public void write(AnswerFile answer, OutputStream out) {
        streaming.query(
                "select content from answer_part where batch_id = ? and edition = ? order by part",
                row -> {
                    try {
                        out.write(row.getBytes("content"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                answer.batch(),
                answer.edition());
    }
}

package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Optional;

/**
 * The characters of a document in the declared charset, never more of them between two records than allowed: whatever
 * is large in a document, a parser that reads from here runs out of text before it runs out of memory.
 */
final class XmlText extends Reader {
    private static final int MOST = 1_000_000;

    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024).flip();
    private boolean ended;
    private long line = 1;
    private long sinceRecord;
    private IOException failure;

    XmlText(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The document is refused because of its text. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Words rule;

        Refused(Words rule) {
            super(rule.en());
            this.rule = rule;
        }

        Words rule() {
            return rule;
        }
    }

    /** To be called first: drops the byte order mark of the declared charset. */
    void begin() throws IOException {
        fill();
        byte[] first = Arrays.copyOf(bytes.array(), bytes.limit());
        byte[] rest = ByteOrderMark.without(first, charset);
        Optional<Words> other = ByteOrderMark.misfit(rest, charset);
        if (other.isPresent()) {
            throw new Refused(other.get());
        }
        if (rest.length == 0) {
            throw new Refused(Words.of("the file is empty", "文件为空"));
        }
        bytes.position(first.length - rest.length);
    }

    /** A record has been read: the next one may be as large again. */
    void release() {
        sinceRecord = 0;
    }

    /** Whether the parser has seen all of the text. */
    boolean isAtEnd() {
        return ended && !bytes.hasRemaining();
    }

    /** Why there was no more text; null if nothing went wrong. */
    IOException failure() {
        return failure;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        try {
            int count = decode(CharBuffer.wrap(target, offset, length));
            for (int index = offset; index < offset + count; index++) {
                line += target[index] == '\n' ? 1 : 0;
            }
            sinceRecord += Math.max(count, 0);
            if (sinceRecord > MOST) {
                throw new Refused(Words.of(
                        "line %s: a record, with what stands before it, may have at most %s characters",
                        "第 %s 行：一条记录连同其前面的内容最多 %s 个字符", line, MOST));
            }
            return count;
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }

    private int decode(CharBuffer target) throws IOException {
        int begin = target.position();
        while (true) {
            CoderResult result = decoder.decode(bytes, target, ended);
            if (target.position() > begin) {
                return target.position() - begin;
            }
            if (result.isError()) {
                throw new Refused(Words.of("line %s %s", "第 %s 行%s", line, Columns.notIn(charset)));
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

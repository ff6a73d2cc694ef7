package org.watchfloor.probe.http;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/**
 * The body of an answer, as far as it is of interest.
 *
 * @param bytes the whole body, or its beginning if nothing looks at the rest
 * @param size of the whole body; above the limit: as much as was read
 */
record HttpBody(Buffer bytes, long size, Charset charset) {
    /** Enough for the detail pane. */
    static final int BEGINNING = 8192;

    private static final int PIECE = 8192;

    /** Reads until the end, or until the limit is exceeded. */
    static HttpBody read(ResponseBody body, int limit, boolean whole) throws IOException {
        Buffer kept = new Buffer();
        Buffer piece = new Buffer();
        long size = 0;
        BufferedSource source = body.source();
        while (size <= limit) {
            long read = source.read(piece, PIECE);
            if (read < 0) {
                break;
            }
            size += read;
            if (whole || kept.size() < BEGINNING) {
                kept.writeAll(piece);
            } else {
                piece.clear();
            }
        }
        return new HttpBody(kept, size, charset(body.contentType()));
    }

    String text() {
        return bytes.snapshot().string(charset);
    }

    String beginning() {
        return bytes.snapshot((int) Math.min(bytes.size(), BEGINNING)).string(charset);
    }

    private static Charset charset(@org.jspecify.annotations.Nullable MediaType type) {
        Charset named = type == null ? null : type.charset(StandardCharsets.UTF_8);
        return named == null ? StandardCharsets.UTF_8 : named;
    }
}

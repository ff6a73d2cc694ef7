package org.watchfloor.recovery.output;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8 stretch by stretch; what is not becomes replacement characters. Confined to one thread. */
final class Utf8 {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    /** The beginning of a character that is not whole yet. */
    private byte[] begun = {};

    CharBuffer next(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.allocate(begun.length + length);
        in.put(begun).put(bytes, offset, length).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining());
        decoder.decode(in, out, false);
        begun = new byte[in.remaining()];
        in.get(begun);
        return out.flip();
    }

    CharBuffer rest() {
        CharBuffer out = CharBuffer.allocate(begun.length + 1);
        decoder.decode(ByteBuffer.wrap(begun), out, true);
        decoder.flush(out);
        return out.flip();
    }
}

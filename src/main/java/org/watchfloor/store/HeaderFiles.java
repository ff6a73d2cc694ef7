package org.watchfloor.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Lies below H2 and puts the header of its file right. A chunk that H2 does not write where the one before foretold is
 * found after a crash through the header only; but H2 writes the header one chunk behind, so that after {@code kill -9}
 * up to 20 commits that had returned are not found, though they lie whole in the file. Here the header names the newest
 * chunk that was written. Any thread, as H2 uses its files.
 */
public final class HeaderFiles extends FilePathWrapper {
    private static final String SCHEME = "watchfloor";

    /** What stands before the prefix of H2's file system. */
    static String over(String fileSystem) {
        FilePath.register(new HeaderFiles());
        return SCHEME + ":" + fileSystem;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBase {
        private static final int BLOCK = 4096;
        private static final int LONGEST = 1024;

        private final FileChannel real;
        private Map<String, String> newest = Map.of();

        Channel(FileChannel real) {
            this.real = real;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            if (position >= 2L * BLOCK) {
                note(source, position);
            } else if (position == 0 && source.remaining() == 2 * BLOCK && startsWith(source, "H:")) {
                ByteBuffer right = header(source);
                int length = source.remaining();
                while (right.hasRemaining()) {
                    real.write(right, length - (long) right.remaining());
                }
                source.position(source.limit());
                return length;
            }
            return real.write(source, position);
        }

        /** Remembers a chunk; what is written in the middle of one begins otherwise. */
        private void note(ByteBuffer source, long position) {
            if (startsWith(source, "chunk:")) {
                Map<String, String> chunk = parse(text(source));
                if (chunk.containsKey("chunk") && number(chunk, "version") >= number(newest, "version")) {
                    chunk.put("block", Long.toHexString(position / BLOCK));
                    newest = Map.copyOf(chunk);
                }
            }
        }

        private ByteBuffer header(ByteBuffer source) {
            Map<String, String> header = parse(text(source));
            if (newest.isEmpty() || number(newest, "version") <= number(header, "version")) {
                return source.duplicate();
            }
            header.remove("fletcher");
            for (String key : new String[] {"block", "chunk", "version"}) {
                header.put(key, newest.getOrDefault(key, ""));
            }
            StringBuilder text = new StringBuilder();
            DataUtils.appendMap(text, new HashMap<>(header));
            byte[] plain = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            DataUtils.appendMap(text, "fletcher", DataUtils.getFletcher32(plain, 0, plain.length));
            byte[] whole = text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
            ByteBuffer right = ByteBuffer.allocate(2 * BLOCK);
            right.put(whole).position(BLOCK).put(whole).rewind();
            return right;
        }

        private static boolean startsWith(ByteBuffer source, String word) {
            boolean starts = source.remaining() >= word.length();
            for (int index = 0; starts && index < word.length(); index++) {
                starts = source.get(source.position() + index) == word.charAt(index);
            }
            return starts;
        }

        private static String text(ByteBuffer source) {
            byte[] bytes = new byte[Math.min(LONGEST, source.remaining())];
            source.duplicate().get(bytes);
            String all = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = all.indexOf('\n');
            return end < 0 ? all : all.substring(0, end);
        }

        private static Map<String, String> parse(String text) {
            Map<String, String> map = new LinkedHashMap<>();
            for (String pair : text.strip().split(",")) {
                int colon = pair.indexOf(':');
                if (colon > 0) {
                    map.put(pair.substring(0, colon), pair.substring(colon + 1).strip());
                }
            }
            return map;
        }

        private static long number(Map<String, String> map, String key) {
            return Long.parseLong(map.getOrDefault(key, "0"), 16);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return real.write(source);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return real.read(target);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return real.read(target, position);
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            real.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            real.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metadata) throws IOException {
            real.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}

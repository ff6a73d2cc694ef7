package org.watchfloor.probe.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchfloor.probe.net.MissingCredential;

/**
 * The TLS context of one {@code tls:} section: loaded at its first use, and again when one of its files changes, so that
 * a renewed client certificate needs no reload. Thread-safe.
 */
public final class TlsSource {
    private final TlsSpec spec;
    private final InstantSource clock;
    private @Nullable TlsContext context;
    private List<FileTime> stamps = List.of();

    TlsSource(TlsSpec spec, InstantSource clock) {
        this.spec = spec;
        this.clock = clock;
    }

    /**
     * The same instance as long as no file changes.
     *
     * @throws MissingCredential if a file or secret is missing or unusable on this machine
     */
    public synchronized TlsContext current() throws MissingCredential {
        List<FileTime> now = spec.files().stream().flatMap(TlsSource::stamp).toList();
        TlsContext known = context;
        if (known != null && now.equals(stamps)) {
            return known;
        }
        TlsContext loaded = TlsContext.load(spec, clock);
        context = loaded;
        stamps = now;
        return loaded;
    }

    private static java.util.stream.Stream<FileTime> stamp(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file)).stream();
        } catch (IOException _) {
            return java.util.stream.Stream.empty();
        }
    }
}

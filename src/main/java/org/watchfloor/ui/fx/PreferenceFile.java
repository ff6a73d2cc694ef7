package org.watchfloor.ui.fx;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Preferences in one properties file, written whole and moved into place. Callable from any thread. */
public final class PreferenceFile implements PreferenceStore {
    private static final Logger LOG = LoggerFactory.getLogger(PreferenceFile.class);

    private final Path file;
    private final Executor writer;
    private volatile Map<String, String> newest = Map.of();

    /** @param writer runs the writes, on whatever threads */
    public PreferenceFile(Path file, Executor writer) {
        this.file = file;
        this.writer = writer;
    }

    @Override
    public Map<String, String> load() {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            LOG.warn("Preferences in {} cannot be read, so defaults are used: {}", file, e.toString());
            return Map.of();
        }
        Map<String, String> preferences = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> preferences.put(name, properties.getProperty(name)));
        return preferences;
    }

    @Override
    public void save(Map<String, String> preferences) {
        newest = new TreeMap<>(preferences);
        try {
            writer.execute(this::writeNewest);
        } catch (RejectedExecutionException e) {
            LOG.debug("Preferences are not saved any more: {}", e.toString());
        }
    }

    /** One at a time, and each writes what was saved last, so that nothing older comes after it. */
    private synchronized void writeNewest() {
        Properties properties = new Properties();
        properties.putAll(newest);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                properties.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("Preferences cannot be saved to {}: {}", file, e.toString());
        }
    }
}

package org.watchfloor.ui.fx;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What a person likes; every change is saved. FX thread only. */
public final class Preferences {
    private final PreferenceStore store;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.DARK);
    private final BooleanProperty sounds = new SimpleBooleanProperty(this, "sounds", true);
    private final DoubleProperty width = new SimpleDoubleProperty(this, "width", 1440);
    private final DoubleProperty height = new SimpleDoubleProperty(this, "height", 900);
    private final Map<String, String> kept;

    public Preferences(PreferenceStore store) {
        this.store = store;
        Map<String, String> saved = store.load();
        kept = new HashMap<>(saved);
        theme.set(Theme.LIGHT.name().equals(saved.get("theme")) ? Theme.LIGHT : Theme.DARK);
        sounds.set(!"false".equals(saved.get("sounds")));
        width.set(size(saved.get("width"), 640, width.get()));
        height.set(size(saved.get("height"), 480, height.get()));
        theme.subscribe((before, after) -> save());
        sounds.subscribe((before, after) -> save());
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public BooleanProperty soundsProperty() {
        return sounds;
    }

    public double width() {
        return width.get();
    }

    public double height() {
        return height.get();
    }

    /** Remembers the size of the window for the next start. */
    public void windowClosed(double lastWidth, double lastHeight) {
        width.set(lastWidth);
        height.set(lastHeight);
        save();
    }

    /** A line that a part of the console keeps here for itself; empty if there is none. */
    public String kept(String name) {
        return kept.getOrDefault(name, "");
    }

    /** Keeps lines for a part of the console, in place of those of these names. */
    public void keep(Map<String, String> lines) {
        kept.putAll(lines);
        save();
    }

    private void save() {
        Map<String, String> all = new HashMap<>(kept);
        all.put("theme", theme.get().name());
        all.put("sounds", Boolean.toString(sounds.get()));
        all.put("width", Long.toString(Math.round(width.get())));
        all.put("height", Long.toString(Math.round(height.get())));
        store.save(all);
    }

    private static double size(@org.jspecify.annotations.Nullable String text, double least, double byDefault) {
        boolean number = text != null && text.matches("\\d{1,5}");
        return number ? Math.max(least, Double.parseDouble(text)) : byDefault;
    }
}

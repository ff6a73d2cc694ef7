package org.watchfloor.ui.fx;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.SimpleStyleableStringProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.watchfloor.model.State;

/**
 * The colours of the style sheets for those who draw on a canvas. Put it, unmanaged and without size, into the same
 * parent as the canvas, and redraw when {@link #versionProperty()} changes. FX thread only.
 */
public final class Palette extends Region {
    private static final List<Ink> INKS = Stream.of(Tone.values()).map(Ink::new).toList();
    private static final Family FAMILY = new Family();
    private static final List<CssMetaData<? extends Styleable, ?>> META = Stream.concat(
                    Stream.concat(Region.getClassCssMetaData().stream(), INKS.stream()), Stream.of(FAMILY))
            .toList();
    private static final Map<State, Tone> STATES = Map.of(
            State.UP, Tone.UP,
            State.DEGRADED, Tone.DEGRADED,
            State.DOWN, Tone.DOWN,
            State.UNREACHABLE, Tone.UNREACHABLE,
            State.UNKNOWN, Tone.UNKNOWN,
            State.STALE, Tone.STALE,
            State.PENDING, Tone.PENDING,
            State.PAUSED, Tone.PAUSED);

    private final Map<Tone, SimpleStyleableObjectProperty<Paint>> paints = new EnumMap<>(Tone.class);
    private final SimpleStyleableStringProperty family = new SimpleStyleableStringProperty(FAMILY, "System");
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");

    public Palette() {
        getStyleClass().add("palette");
        setManaged(false);
        setMouseTransparent(true);
        family.addListener((at, before, after) -> version.set(version.get() + 1));
        INKS.forEach(ink -> {
            var paint = new SimpleStyleableObjectProperty<Paint>(ink, this, ink.getProperty(), Color.GRAY);
            paint.addListener((at, before, after) -> version.set(version.get() + 1));
            paints.put(ink.tone, paint);
        });
    }

    public Color color(Tone tone) {
        return property(tone).get() instanceof Color color ? color : Color.GRAY;
    }

    public Color color(State state) {
        return color(STATES.getOrDefault(state, Tone.UNKNOWN));
    }

    /** The font family for text on the canvas; the toolkit leaves the quotes of the style sheet around it. */
    public String fontFamily() {
        return family.get().replace("\"", "");
    }

    /** Grows whenever a colour or the font changes. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    private SimpleStyleableObjectProperty<Paint> property(Tone tone) {
        return java.util.Objects.requireNonNull(paints.get(tone));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META;
    }

    /** What a colour is for; {@code UP} is {@code -wf-paint-up} in the style sheets. */
    public enum Tone {
        UP,
        DEGRADED,
        DOWN,
        UNREACHABLE,
        UNKNOWN,
        STALE,
        PENDING,
        PAUSED,
        /** The ground of the screen. */
        GROUND,
        /** A card or cell on the ground. */
        RAISED,
        LINE,
        TEXT,
        MUTED,
        /** Text on a cell filled with the colour of a bad state. */
        ON_STATE,
        ACCENT,
        FOCUS,
        SERIES_1,
        SERIES_2,
        SERIES_3,
        SERIES_4,
        SERIES_5,
        SERIES_6,
        SERIES_7
    }

    private static final class Family extends CssMetaData<Palette, String> {
        Family() {
            super("-wf-paint-font-family", StyleConverter.getStringConverter(), "System");
        }

        @Override
        public boolean isSettable(Palette palette) {
            return true;
        }

        @Override
        public StyleableProperty<String> getStyleableProperty(Palette palette) {
            return palette.family;
        }
    }

    private static final class Ink extends CssMetaData<Palette, Paint> {
        private final Tone tone;

        Ink(Tone tone) {
            super(
                    "-wf-paint-"
                            + tone.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    StyleConverter.getPaintConverter(),
                    Color.GRAY);
            this.tone = tone;
        }

        @Override
        public boolean isSettable(Palette palette) {
            return true;
        }

        @Override
        public StyleableProperty<Paint> getStyleableProperty(Palette palette) {
            return palette.property(tone);
        }
    }
}

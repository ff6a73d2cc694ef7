package org.watchfloor.ui.breakers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.watchfloor.ui.chart.ToneStrip;
import org.watchfloor.ui.chart.Window;
import org.watchfloor.ui.fx.Formats;

/** The last day of a breaker as coloured time, drawn anew each minute. FX thread only. */
final class StripCell extends GateCell {
    private final Formats formats;
    private final ObservableValue<Instant> now;
    private final ObservableValue<GatePast> past;
    private final ToneStrip strip;

    private StripCell(Formats formats, ObservableValue<Instant> now, ObservableValue<GatePast> past, ToneStrip strip) {
        super(new StackPane(strip), List.of(now, past));
        this.formats = formats;
        this.now = now;
        this.past = past;
        this.strip = strip;
    }

    StripCell(Formats formats, ObservableValue<Instant> now, ObservableValue<GatePast> past) {
        this(formats, now, past, new ToneStrip());
    }

    @Override
    void show(GateLine line) {
        strip.show(content(line, past.getValue(), formats, now.getValue()));
    }

    /** Up to the end of the present minute, so that it is the same for a minute. */
    static ToneStrip.Content content(GateLine line, GatePast past, Formats formats, Instant now) {
        Instant end = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return new ToneStrip.Content(Window.until(end, GatePast.DAY), formats, past.pieces(line, end));
    }
}

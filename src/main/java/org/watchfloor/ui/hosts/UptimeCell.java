package org.watchfloor.ui.hosts;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.watchfloor.ui.fx.Formats;

/** A share of time with two decimals. */
final class UptimeCell extends TableCell<HostsRow, RowUptime> {
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    private static final double WORTH_A_LOOK = 0.99;

    private final Function<RowUptime, Optional<Double>> which;

    UptimeCell(Function<RowUptime, Optional<Double>> which) {
        this.which = which;
        getStyleClass().addAll("figure", "uptime-cell");
    }

    @Override
    protected void updateItem(@Nullable RowUptime uptime, boolean empty) {
        super.updateItem(uptime, empty);
        Optional<Double> share = empty || uptime == null ? Optional.empty() : which.apply(uptime);
        setText(share.map(Formats::percent).orElse(""));
        pseudoClassStateChanged(LOW, share.filter(value -> value < WORTH_A_LOOK).isPresent());
    }
}

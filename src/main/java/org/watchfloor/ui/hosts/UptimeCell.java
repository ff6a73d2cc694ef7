package org.watchfloor.ui.hosts;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.hosts.RowUptime.Share;

/** A share of time with two decimals; what was not seen of that time, when the mouse rests on it. */
final class UptimeCell extends TableCell<HostsRow, RowUptime> {
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    private static final double WORTH_A_LOOK = 0.99;

    private final Tooltip unseen = new Tooltip();
    private final Function<RowUptime, Optional<Share>> which;

    UptimeCell(Function<RowUptime, Optional<Share>> which) {
        this.which = which;
        getStyleClass().addAll("figure", "uptime-cell");
    }

    @Override
    protected void updateItem(@Nullable RowUptime uptime, boolean empty) {
        super.updateItem(uptime, empty);
        Optional<Share> share = empty || uptime == null ? Optional.empty() : which.apply(uptime);
        setText(share.map(Share::worked).map(Formats::percent).orElse(""));
        unseen.setText(share.map(Share::unseen).map(Formats::unseen).orElse(""));
        setTooltip(unseen.getText().isEmpty() ? null : unseen);
        pseudoClassStateChanged(
                LOW, share.filter(value -> value.worked() < WORTH_A_LOOK).isPresent());
    }
}

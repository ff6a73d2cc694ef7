package org.watchfloor.ui.detail;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.ui.fx.MarkIcon;
import org.watchfloor.ui.fx.Target;

/** Remarks below each other, each with a link to what it is about; takes no room without any. FX thread only. */
public final class RemarkLines extends VBox {
    private List<Remark> shown = List.of();

    public RemarkLines() {
        getStyleClass().add("remarks");
        setVisible(false);
        setManaged(false);
    }

    void show(List<Remark> remarks, Consumer<Target> open) {
        if (!remarks.equals(shown)) {
            shown = List.copyOf(remarks);
            getChildren().setAll(shown.stream().map(one -> line(one, open)).toList());
            setVisible(!shown.isEmpty());
            setManaged(!shown.isEmpty());
        }
    }

    private static HBox line(Remark remark, Consumer<Target> open) {
        Label text = new Label(remark.text());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(icon(remark), text);
        remark.target().ifPresent(target -> {
            Hyperlink link = new Hyperlink(remark.link());
            link.setMinWidth(USE_PREF_SIZE);
            link.setAccessibleText("open " + remark.link() + ": " + remark.text());
            link.setOnAction(_ -> open.accept(target));
            line.getChildren().add(link);
        });
        line.getStyleClass().add("remark");
        return line;
    }

    private static Node icon(Remark remark) {
        return remark.look().<Node>map(MarkIcon::new).orElseGet(RemarkLines::bell);
    }

    private static Node bell() {
        FontIcon bell = new FontIcon("mdi2b-bell-ring-outline");
        bell.getStyleClass().add("remark-bell");
        return bell;
    }
}

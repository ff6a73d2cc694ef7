package org.watchfloor.ui.detail;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.watchfloor.ui.fx.StateLook;
import org.watchfloor.ui.fx.StateMark;
import org.watchfloor.ui.fx.Target;

/** Links to what something hangs on, each with its state. FX thread only. */
public final class RelatedLinks extends FlowPane {
    private List<Related> shown = List.of();

    public RelatedLinks() {
        getStyleClass().add("related-links");
        showNothing();
    }

    void show(List<Related> related, Consumer<Target> open) {
        if (!related.equals(shown)) {
            shown = List.copyOf(related);
            getChildren().setAll(shown.stream().map(one -> link(one, open)).toList());
            if (shown.isEmpty()) {
                showNothing();
            }
        }
    }

    private void showNothing() {
        getChildren().setAll(new Label("–"));
    }

    private static Hyperlink link(Related related, Consumer<Target> open) {
        StateMark mark = new StateMark();
        mark.show(related.state());
        Hyperlink link = new Hyperlink(related.title(), mark);
        link.setAccessibleText(
                related.title() + ", " + StateLook.of(related.state()).word());
        link.setOnAction(_ -> open.accept(related.target()));
        return link;
    }
}

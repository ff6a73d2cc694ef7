package org.watchfloor.ui.fx;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Names what was typed somewhere and left without saving; each name leads back to it. FX thread only. */
public final class UnsavedStrip extends FlowPane {
    public UnsavedStrip() {
        getStyleClass().add("unsaved");
        show(List.of());
    }

    /** Something that was typed and not saved. */
    public record Left(String words, Runnable resume) {}

    /** Takes no room if there is nothing. */
    public void show(List<Left> all) {
        Label title = new Label("Not saved yet:");
        title.getStyleClass().add("strong");
        getChildren().setAll(title);
        all.forEach(one -> getChildren().add(link(one)));
        setVisible(!all.isEmpty());
        setManaged(!all.isEmpty());
    }

    private static Hyperlink link(Left left) {
        Hyperlink link = new Hyperlink(left.words());
        link.setAccessibleText("go on with " + left.words());
        link.setOnAction(_ -> left.resume().run());
        return link;
    }
}

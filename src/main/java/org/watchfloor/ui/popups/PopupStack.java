package org.watchfloor.ui.popups;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.model.Notice;
import org.watchfloor.ui.alerts.SeverityMark;

/** Pop-ups below each other. FX thread only. */
public final class PopupStack extends VBox {
    private final PopupsViewModel viewModel;
    private final PopupWords words;
    private final Consumer<Notice> open;

    /** @param open leads to what a notice is about */
    public PopupStack(PopupsViewModel viewModel, PopupWords words, Consumer<Notice> open) {
        this.viewModel = viewModel;
        this.words = words;
        this.open = open;
        setId("popups");
        getStyleClass().add("popups");
        setPickOnBounds(false);
        viewModel.shown().addListener((ListChangeListener<ShownPopup>) _ -> show());
        viewModel.moreProperty().subscribe(this::show);
        show();
    }

    private void show() {
        List<Node> cards = new ArrayList<>();
        viewModel.shown().forEach(popup -> cards.add(card(popup)));
        int more = viewModel.moreProperty().get();
        if (more > 0) {
            cards.add(styled("and " + more + " more on the screen of alerts", "popup-more"));
        }
        getChildren().setAll(cards);
    }

    private VBox card(ShownPopup popup) {
        Label title = styled(words.title(popup), "strong", "popup-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(title, close(popup));
        head.getStyleClass().add("alert-head");
        popup.firing().ifPresent(severity -> {
            SeverityMark mark = new SeverityMark();
            mark.show(severity);
            head.getChildren().addFirst(mark);
        });
        VBox card = new VBox(head);
        words.lines(popup).forEach(line -> card.getChildren().add(wrapped(line)));
        card.getStyleClass()
                .addAll(
                        "popup-card",
                        popup.firing().map(SeverityMark::styleClass).orElse("severity-over"));
        card.setAccessibleText(popup.spoken());
        card.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> {
            viewModel.noticed(popup);
            open.accept(popup.notice());
        });
        return card;
    }

    private Button close(ShownPopup popup) {
        Button close = new Button("", new FontIcon("mdi2c-close"));
        close.getStyleClass().add("icon-button");
        close.setAccessibleText("Noticed");
        close.setOnAction(_ -> viewModel.noticed(popup));
        close.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        return close;
    }

    private static Label wrapped(String line) {
        Label label = styled(line, "popup-line");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label styled(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}

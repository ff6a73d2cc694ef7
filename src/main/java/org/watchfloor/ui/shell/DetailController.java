package org.watchfloor.ui.shell;

import javafx.animation.Interpolator;
import javafx.animation.TranslateTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.ui.fx.Detail;

/** The pane that slides in from the right. FX thread only. */
public final class DetailController {
    private static final Duration SLIDE = Duration.millis(140);

    private static final PseudoClass ENLARGED = PseudoClass.getPseudoClass("enlarged");

    private final Runnable onClose;
    private final BooleanProperty enlarged = new SimpleBooleanProperty(this, "enlarged");

    @FXML
    private Region detailPane;

    @FXML
    private Label detailTitle;

    @FXML
    private StackPane detailBody;

    @FXML
    private FontIcon sizeIcon;

    /** @param onClose called when the close button is hit */
    public DetailController(Runnable onClose) {
        this.onClose = onClose;
    }

    void open(Detail detail) {
        boolean slides = !detailPane.isVisible();
        detailTitle.setText(detail.title());
        detailPane.setVisible(true);
        detailBody.getChildren().setAll(detail.view());
        if (slides) {
            TranslateTransition slide = new TranslateTransition(SLIDE, detailPane);
            detailPane.setTranslateX(detailPane.prefWidth(-1));
            slide.setFromX(detailPane.getTranslateX());
            slide.setToX(0);
            slide.setInterpolator(Interpolator.EASE_OUT);
            slide.play();
        }
    }

    void close() {
        detailPane.setVisible(false);
        detailBody.getChildren().clear();
    }

    @FXML
    private void initialize() {
        detailPane.managedProperty().bind(detailPane.visibleProperty());
        enlarged.subscribe(large -> {
            detailPane.pseudoClassStateChanged(ENLARGED, large);
            HBox.setHgrow(detailPane, large ? Priority.ALWAYS : Priority.NEVER);
            sizeIcon.setIconLiteral(large ? "mdi2a-arrow-collapse" : "mdi2a-arrow-expand");
        });
    }

    /** Whether it takes the place of the screen beside it. */
    BooleanProperty enlargedProperty() {
        return enlarged;
    }

    @FXML
    private void onSize() {
        enlarged.set(!enlarged.get());
    }

    @FXML
    private void onClose() {
        onClose.run();
    }
}

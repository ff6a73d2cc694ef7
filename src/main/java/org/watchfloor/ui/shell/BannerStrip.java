package org.watchfloor.ui.shell;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.ui.fx.Navigation;

/** A row for each banner, with the way to where more can be read. FX thread only. */
final class BannerStrip {
    private final Pane strip;
    private final Navigation navigation;

    BannerStrip(Pane strip, Navigation navigation) {
        this.strip = strip;
        this.navigation = navigation;
    }

    void bind(ObservableList<Banner> banners) {
        banners.addListener((ListChangeListener<Banner>) change -> show(banners));
        show(banners);
    }

    private void show(ObservableList<Banner> banners) {
        strip.getChildren().setAll(banners.stream().map(this::row).toList());
    }

    private HBox row(Banner banner) {
        Label text = new Label(banner.text(), new FontIcon("mdi2a-alert"));
        text.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button more = new Button("Show");
        more.setOnAction(event -> navigation.goTo(banner.screen()));
        more.getStyleClass().add("flat-button");
        HBox row = new HBox(text, more);
        row.getStyleClass().addAll("banner", banner.weight().name().toLowerCase(Locale.ROOT));
        return row;
    }
}

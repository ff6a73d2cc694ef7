package org.watchfloor.ui.recovery;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;

/** The buttons beside something broken: each leads to what it would do, none does it. FX thread only. */
public final class MendBox extends VBox {
    private final VBox content = new VBox();
    private Mending shown = Mending.NOTHING;

    public MendBox() {
        getStyleClass().addAll("card", "mend");
        content.getStyleClass().add("mend");
        only(false);
    }

    /** Called once. */
    public void bind(MendModel model, Navigation navigation) {
        ReportModel report = model.report();
        ReportBox reportBox = new ReportBox(report, navigation);
        getChildren().setAll(content, reportBox);
        model.mendingProperty().subscribe(mending -> {
            if (!mending.equals(shown)) {
                shown = mending;
                show(navigation);
            }
            decide(report);
        });
        report.subjectProperty().subscribe(_ -> decide(report));
        report.askingProperty().subscribe(isAsking -> {
            decide(report);
            if (isAsking) {
                reportBox.begin();
            }
        });
    }

    private void decide(ReportModel report) {
        Node reportBox = getChildren().getLast();
        boolean isMending =
                shown.failing() || !shown.under().isEmpty() || !shown.offers().isEmpty();
        content.setVisible(isMending);
        content.setManaged(isMending);
        boolean isReporting =
                report.askingProperty().get() || report.subjectProperty().get() instanceof ReportModel.Subject.Reported;
        reportBox.setVisible(isReporting);
        reportBox.setManaged(isReporting);
        only(isMending || isReporting);
    }

    private void only(boolean isShown) {
        setVisible(isShown);
        setManaged(isShown);
    }

    private void show(Navigation navigation) {
        Label title = new Label(shown.failing() ? "MEND" : "RUNBOOKS FOR IT");
        title.getStyleClass().add("section-title");
        content.getChildren().setAll(title);
        shown.under().forEach(one -> content.getChildren().add(link(one, navigation)));
        FlowPane offers = new FlowPane();
        offers.getStyleClass().add("mend-offers");
        shown.offers().forEach(one -> offers.getChildren().add(button(one, navigation)));
        if (!shown.offers().isEmpty()) {
            content.getChildren().add(offers);
        }
        if (shown.failing() && shown.offers().isEmpty()) {
            Label none = new Label(Teaching.NO_RUNBOOK);
            none.setWrapText(true);
            none.setMinHeight(USE_PREF_SIZE);
            none.getStyleClass().add("muted");
            content.getChildren().add(none);
        }
    }

    private static Node link(Mending.Under one, Navigation navigation) {
        Hyperlink link = new Hyperlink(one.words(), new FontIcon("mdi2p-play-circle"));
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.getStyleClass().add("incident-link");
        link.setOnAction(_ -> navigation.open(new Target.OfAction(one.action())));
        return link;
    }

    private Node button(Mending.Offer offer, Navigation navigation) {
        Label title = line(offer.title());
        title.getStyleClass().add("strong");
        String check = isOfSeveral() ? " · " + offer.check() : "";
        Label record = line(RecordWords.of(offer.record())
                + (offer.meant() || !shown.failing() ? "" : " · not made for this failure")
                + check);
        record.getStyleClass().addAll("muted", "small");
        Button button = new Button("", new VBox(title, record));
        button.setId("mend-" + offer.runbook().value().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("mend-offer");
        button.setAccessibleText(offer.title() + " on " + offer.check() + ", " + record.getText());
        button.setOnAction(_ -> navigation.open(new Target.OfRunbook(offer.runbook(), offer.check())));
        return button;
    }

    private boolean isOfSeveral() {
        return shown.offers().stream().map(Mending.Offer::check).distinct().count() > 1;
    }

    private static Label line(String words) {
        Label label = new Label(words);
        label.setMinWidth(0);
        return label;
    }
}

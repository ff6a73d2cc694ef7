package org.watchfloor.ui.recovery;

import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.watchfloor.engine.RecoveryDesk;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.action.ActionId;

/** The pages about recovery, and which of them is shown. FX thread only; knows no control. */
public final class RecoveryViewModel {
    private final ActionBook book;
    private final AutomationViewModel automation;
    private final ActionsViewModel actions;
    private final RunbooksViewModel runbooks;
    private final ShadowViewModel shadow;
    private final ObjectProperty<RecoveryPage> page = new SimpleObjectProperty<>(this, "page", RecoveryPage.ACTIONS);
    private String filter = "";

    public RecoveryViewModel(RecoveryDesk desk, ActionBook book, Actor operator, Executor fx) {
        this.book = book;
        automation = new AutomationViewModel(desk.operations(), operator);
        actions = new ActionsViewModel(book, new ActionDetailModel(desk, operator, fx));
        runbooks = new RunbooksViewModel(book, new RunViewModel(desk.operations(), operator, fx));
        shadow = new ShadowViewModel(book, desk.failures(), fx);
        page.subscribe(_ -> filter(filter));
    }

    /** Also while the screen is not shown. */
    void remember(Snapshot snapshot) {
        book.show(snapshot);
    }

    void show(Snapshot snapshot) {
        remember(snapshot);
        automation.show(snapshot);
        switch (page()) {
            case ACTIONS -> actions.show(snapshot);
            case RUNBOOKS -> runbooks.show(snapshot);
            case SHADOW -> shadow.show(snapshot);
        }
    }

    /** Each page has keys of its own. */
    void filter(String text) {
        filter = text;
        switch (page()) {
            case ACTIONS -> actions.filter(text);
            case RUNBOOKS -> runbooks.filter(text);
            case SHADOW -> shadow.filter(text);
        }
    }

    void choose(ActionId action) {
        page.set(RecoveryPage.ACTIONS);
        actions.choose(action);
    }

    void choose(RunbookId runbook, CheckId check) {
        page.set(RecoveryPage.RUNBOOKS);
        runbooks.choose(runbook, check);
    }

    ObjectProperty<RecoveryPage> pageProperty() {
        return page;
    }

    RecoveryPage page() {
        return Objects.requireNonNull(page.get());
    }

    AutomationViewModel automation() {
        return automation;
    }

    ActionsViewModel actions() {
        return actions;
    }

    RunbooksViewModel runbooks() {
        return runbooks;
    }

    ShadowViewModel shadow() {
        return shadow;
    }
}

package org.watchfloor.ui.breakers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.model.HostId;
import org.watchfloor.ui.chart.ToneStrip;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;

/** Binds breaker-detail.fxml to the chosen breaker: what it counted, how it judges and moved, and a hand on it. */
public final class BreakerDetailController {
    private static final int MOST_MOVES = 100;

    private final BreakersViewModel viewModel;
    private final Formats formats;
    private final Navigation navigation;
    private Subscription shown = Subscription.EMPTY;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Region nothing;

    @FXML
    private GateMark mark;

    @FXML
    private Label name;

    @FXML
    private Label kind;

    @FXML
    private Label standing;

    @FXML
    private Label why;

    @FXML
    private Button keepOpen;

    @FXML
    private Button reset;

    @FXML
    private Button onlyCount;

    @FXML
    private Button switchOff;

    @FXML
    private Button open;

    @FXML
    private Region form;

    @FXML
    private Label question;

    @FXML
    private TextField reason;

    @FXML
    private Button confirm;

    @FXML
    private Label problem;

    @FXML
    private Label policy;

    @FXML
    private ToneStrip strip;

    @FXML
    private CountsGrid counts;

    @FXML
    private VBox moves;

    public BreakerDetailController(BreakersViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        this.formats = formats;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        viewModel.chosenProperty().subscribe(this::watch);
        viewModel.nowProperty().subscribe(this::showLine);
        viewModel.pastProperty().subscribe(this::showLine);
        viewModel.pastProperty().subscribe(this::showMoves);
        HandForm asked = viewModel.form();
        reason.textProperty().bindBidirectional(asked.reasonProperty());
        problem.textProperty().bind(asked.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        form.managedProperty().bind(form.visibleProperty());
        asked.askedProperty().subscribe(this::showForm);
    }

    private Optional<GateLine> line() {
        return Optional.ofNullable(viewModel.chosenProperty().get()).map(BreakerRow::line);
    }

    private void watch(@Nullable BreakerRow row) {
        shown.unsubscribe();
        nothing.setVisible(row == null);
        scroll.setVisible(row != null);
        scroll.setVvalue(0);
        shown = row == null ? Subscription.EMPTY : row.lineProperty().subscribe(this::showLine);
        showLine();
        showMoves();
    }

    private void showLine() {
        line().ifPresent(line -> {
            Instant now = viewModel.nowProperty().get();
            GatePast past = viewModel.pastProperty().get();
            mark.show(line.state());
            name.setText(line.gate().name());
            kind.setText(GateLook.word(line.gate().kind()));
            standing.setText(standing(line, past.since(line), now));
            why.setText(past.why(line, formats, now));
            why.setManaged(!why.getText().isEmpty());
            policy.setText(line.breaker().policy().text());
            strip.show(StripCell.content(line, past, formats, now));
            counts.show(line, formats, now);
            Map.of(
                            keepOpen, HandAction.KEEP_OPEN,
                            reset, HandAction.RESET,
                            onlyCount, HandAction.ONLY_COUNT,
                            switchOff, HandAction.SWITCH_OFF)
                    .forEach((button, action) -> button.setDisable(!action.isPossible(line.state())));
            open.setText(line.gate().kind() == GateId.Kind.CHANNEL ? "Open channels" : "Open host");
            open.setManaged(line.gate().kind() != GateId.Kind.DEPENDENCY);
            open.setVisible(open.isManaged());
        });
    }

    private String standing(GateLine line, Instant since, Instant now) {
        String next = line.next(now);
        return "since " + formats.moment(since, now) + " · " + Formats.duration(Duration.between(since, now))
                + (next.isEmpty() ? "" : " · " + next);
    }

    private void showMoves() {
        Instant now = viewModel.nowProperty().get();
        List<GateMove> all = line().map(GateLine::gate)
                .map(gate -> viewModel.pastProperty().get().moves(gate))
                .orElse(List.of());
        moves.getChildren()
                .setAll(all.reversed().stream()
                        .limit(MOST_MOVES)
                        .map(move -> new MoveEntry(move, formats, now))
                        .toList());
        if (all.isEmpty()) {
            Label never = new Label("It has never moved.");
            never.getStyleClass().add("muted");
            moves.getChildren().add(never);
        }
    }

    private void showForm(Optional<HandForm.Asked> asked) {
        boolean wasOpen = form.isVisible();
        form.setVisible(asked.isPresent());
        asked.ifPresent(it -> {
            question.setText(it.action().question(it.gate()));
            confirm.setText(it.action().title());
            scroll.setVvalue(0);
            reason.requestFocus();
        });
        if (wasOpen && asked.isEmpty() && reason.isFocused()) {
            keepOpen.getParent().requestFocus();
        }
    }

    @FXML
    void onKeepOpen() {
        viewModel.ask(HandAction.KEEP_OPEN);
    }

    @FXML
    void onReset() {
        viewModel.ask(HandAction.RESET);
    }

    @FXML
    void onOnlyCount() {
        viewModel.ask(HandAction.ONLY_COUNT);
    }

    @FXML
    void onSwitchOff() {
        viewModel.ask(HandAction.SWITCH_OFF);
    }

    @FXML
    void onConfirm() {
        viewModel.form().confirm().ifPresent(navigation::tell);
    }

    @FXML
    void onCancel() {
        viewModel.form().close();
    }

    /** What lies behind the breaker. */
    @FXML
    void onOpen() {
        line().map(GateLine::gate).ifPresent(gate -> {
            switch (gate.kind()) {
                case HOST, SSH, ACTION -> navigation.open(new Target.OfHost(new HostId(gate.name())));
                case CHANNEL -> navigation.goTo("channels");
                case DEPENDENCY -> {}
            }
        });
    }
}

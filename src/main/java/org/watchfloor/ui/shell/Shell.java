package org.watchfloor.ui.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ToggleGroup;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.desktop.Popup;
import org.watchfloor.ui.away.AwayButtonController;
import org.watchfloor.ui.away.AwayTray;
import org.watchfloor.ui.away.AwayViewModel;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.FxThread;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Palette;
import org.watchfloor.ui.fx.Preferences;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.Target;

/** Frame and screens put together; the same in a window, in a kiosk and in a picture. FX thread only. */
public final class Shell {
    private static final PseudoClass KIOSK = PseudoClass.getPseudoClass("kiosk");

    private final Preferences preferences;
    private final Surroundings surroundings;
    private final StatusViewModel status;
    private final AwayViewModel away;
    private final Presence presence;
    private final ShellViewModel viewModel;
    private final Desk desk;
    private final PaletteViewModel palette = new PaletteViewModel();
    private final HelpController help = new HelpController();
    private final DetailController detail;
    private final ShellController controller;
    private final List<RailButton> rail = new ArrayList<>();
    private final FreshTrouble freshTrouble = new FreshTrouble();
    private final KioskRotation rotation;
    private final Announcements announcements;
    private final Palette colours = new Palette();
    private final Parent root;

    public Shell(ConsoleParts parts, Preferences preferences) {
        this.preferences = preferences;
        surroundings = parts.surroundings();
        status = new StatusViewModel(surroundings.clock().instant());
        viewModel = new ShellViewModel(surroundings.formats());
        away = new AwayViewModel(
                parts.engine().history(),
                parts.engine().alertHistory(),
                preferences,
                surroundings.clock().instant(),
                FxThread::run);
        presence = new Presence(away, surroundings.clock());
        announcements = new Announcements(preferences, surroundings);
        ConsoleParts heard = announcements.hearing(parts);
        desk = new Desk(navigation -> Screens.of(heard, preferences, navigation)
                .with(new AwayTray(away, surroundings.formats(), navigation)));
        detail = new DetailController(desk::closeDetail);
        controller = new ShellController(viewModel, status, desk);
        root = Fxml.load(
                "shell",
                controller,
                new StatusController(status, () -> desk.goTo("recovery")),
                new AwayButtonController(away, this::openAway),
                detail,
                help,
                new PaletteController(palette));
        rotation = new KioskRotation(kioskPages());
        controller.root().getChildren().add(colours);
        controller
                .popupSpot()
                .lay(announcements.inWindow(this::open, presence.inFrontProperty()), desk.screenProperty());
        fillRail();
        detail.enlargedProperty().bindBidirectional(desk.enlargedProperty());
        desk.detailProperty().subscribe(now -> now.ifPresentOrElse(detail::open, detail::close));
        palette.openProperty().subscribe(open -> {
            if (!open) {
                focusScreen();
            }
        });
        viewModel.kioskProperty().subscribe(this::kiosk);
    }

    public Parent root() {
        return root;
    }

    public ShellViewModel viewModel() {
        return viewModel;
    }

    /** Dresses the scene and listens to its keys. */
    public void install(Scene scene) {
        preferences.themeProperty().subscribe(theme -> theme.apply(scene));
        new Keyboard(this::commands).install(scene);
        presence.watch(scene);
        viewModel.kioskProperty().subscribe(on -> scene.setCursor(on ? Cursor.NONE : Cursor.DEFAULT));
        focusScreen();
    }

    public void show(Snapshot snapshot) {
        status.show(snapshot);
        viewModel.show(snapshot);
        away.show(snapshot);
        desk.show(snapshot);
        for (int i = 0; i < rail.size(); i++) {
            rail.get(i).badge(desk.screens().get(i).badge(snapshot));
        }
        if (freshTrouble.seenIn(snapshot)) {
            alarm();
        }
    }

    /** Once a second, whether or not anything arrives. */
    public void tick(Instant now) {
        status.tick(now);
        viewModel.tick(now);
        announcements.tick(now);
        away.tick(now);
        desk.prepareOneMore();
        if (viewModel.kioskProperty().get()) {
            rotation.tick(now);
        }
    }

    /** Shows the screen of that key. */
    public void goTo(String screen) {
        desk.goTo(screen);
    }

    /** Brings the window to the front. */
    void comeForward() {
        presence.comeForward();
    }

    /** Nobody looks at the window any more. */
    void left() {
        away.left(surroundings.clock().instant());
    }

    /** The colours of the style sheets, for who draws. */
    Palette colours() {
        return colours;
    }

    /** Opens the detail of the target beside the present screen. */
    void open(Target target) {
        desk.open(target);
    }

    /** The keys of the screens in the order of the rail. */
    List<String> screenKeys() {
        return desk.screens().stream().map(screen -> screen.name().key()).toList();
    }

    List<String> screenTitles() {
        return desk.screens().stream().map(screen -> screen.name().title()).toList();
    }

    /** Shows a notice over whatever is shown. */
    void popUp(Notice notice, Popup popup) {
        announcements.popUp(notice, popup);
    }

    private void open(Notice notice) {
        presence.comeForward();
        notice.alerts().stream().findFirst().ifPresent(item -> desk.open(new Target.OfAlert(item.alert())));
    }

    private void alarm() {
        announcements.alarm();
        if (viewModel.kioskProperty().get()) {
            rotation.hold(surroundings.clock().instant());
            desk.tell("Something went down: the pages stand still until Space is hit");
        }
    }

    private void kiosk(boolean on) {
        root.pseudoClassStateChanged(KIOSK, on);
        desk.closeDetail();
        if (on) {
            rotation.start(surroundings.clock().instant());
        }
        focusScreen();
    }

    private List<Runnable> kioskPages() {
        return desk.screens().stream()
                .flatMap(screen -> screen.kioskPages().stream().map(page -> (Runnable) () -> {
                    desk.goTo(screen);
                    page.run();
                }))
                .toList();
    }

    private void fillRail() {
        ToggleGroup group = new ToggleGroup();
        for (Screen screen : desk.screens()) {
            RailButton button = new RailButton(screen.name());
            button.setToggleGroup(group);
            button.setOnAction(event -> desk.goTo(screen));
            rail.add(button);
        }
        controller.rail().getChildren().setAll(rail);
        desk.screenProperty().subscribe(shown -> {
            rail.get(desk.screens().indexOf(shown)).setSelected(true);
            focusScreen();
        });
    }

    private void focusScreen() {
        if (root.getScene() != null) {
            desk.present().focus();
        }
    }

    List<Command> commands() {
        return Stream.concat(desk.commands().stream(), shellCommands().stream()).toList();
    }

    private List<Command> shellCommands() {
        List<Command> all = new ArrayList<>();
        for (Screen screen : desk.screens()) {
            all.add(goTo(screen));
        }
        all.add(Command.of("Find a command", "Ctrl+K", () -> palette.open(commands())));
        all.add(Command.of("Show what happened while I was away", "B", this::openAway));
        all.add(Command.of("Filter", "/", () -> controller.filter().requestFocus())
                .when(() -> !desk.present().filterHint().isEmpty()));
        all.add(Command.of("Enter or leave the kiosk", "F11", this::toggleKiosk));
        all.add(Command.of(
                        "Turn kiosk pages again",
                        "Space",
                        () -> rotation.goOn(surroundings.clock().instant()))
                .when(() -> viewModel.kioskProperty().get() && rotation.isHeld()));
        all.addAll(PreferenceCommands.of(preferences));
        all.add(Command.of("Enlarge or shrink the detail", "Enter", this::resizeDetail)
                .when(() -> desk.detailProperty().get().isPresent()));
        all.add(announcements.takeAllAway());
        all.add(Command.of("Show all keys", "?", () -> help.open(commands())));
        all.add(Command.of("Back", "Esc", this::back));
        return all;
    }

    /** The first nine screens have a key. */
    private Command goTo(Screen screen) {
        int number = desk.screens().indexOf(screen) + 1;
        String title = "Go to " + screen.name().title();
        return number <= 9
                ? Command.of(title, "Ctrl+" + number, () -> desk.goTo(screen))
                : Command.of(title, () -> desk.goTo(screen));
    }

    private void openAway() {
        desk.open(new Target.OfAway());
    }

    private void toggleKiosk() {
        viewModel.kioskProperty().set(!viewModel.kioskProperty().get());
    }

    private void resizeDetail() {
        desk.enlargedProperty().set(!desk.enlargedProperty().get());
    }

    private void back() {
        if (help.isOpen()) {
            help.close();
        } else if (desk.enlargedProperty().get()) {
            desk.enlargedProperty().set(false);
        } else if (desk.detailProperty().get().isPresent()) {
            desk.closeDetail();
            focusScreen();
        } else if (viewModel.kioskProperty().get()) {
            viewModel.kioskProperty().set(false);
        } else {
            viewModel.filterProperty().set("");
            focusScreen();
        }
    }
}

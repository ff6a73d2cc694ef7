package org.watchfloor.ui.shell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Detail;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.Target;

/** Which screen and which detail lie before the operator, and what is newest for them. FX thread only. */
final class Desk implements Navigation {
    private final Screens screens;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(this, "screen");
    private final ReadOnlyObjectWrapper<Optional<Detail>> detail =
            new ReadOnlyObjectWrapper<>(this, "detail", Optional.empty());
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper(this, "told", "");
    private final BooleanProperty enlarged = new SimpleBooleanProperty(this, "enlarged");
    private Optional<Target> opened = Optional.empty();
    private @Nullable Snapshot newest;
    private int prepared;

    /** @param furnish makes the screens, which lead elsewhere through this desk */
    Desk(Function<Navigation, Screens> furnish) {
        screens = furnish.apply(this);
        screen.set(screens.all().getFirst());
    }

    List<Screen> screens() {
        return screens.all();
    }

    /** Makes the view of one more screen, so that nobody waits for it at the first visit. */
    void prepareOneMore() {
        if (prepared < screens.all().size()) {
            screens.all().get(prepared).view();
            prepared++;
        }
    }

    void show(Snapshot snapshot) {
        newest = snapshot;
        present().show(snapshot);
        detail.get().ifPresent(open -> open.show(snapshot));
    }

    @Override
    public void goTo(String key) {
        goTo(screens.named(key));
    }

    void goTo(Screen next) {
        Screen before = present();
        if (!before.equals(next)) {
            closeDetail();
            before.hidden();
            showNewest(next);
            screen.set(next);
        }
    }

    /** What lies open already is enlarged when it is opened again. */
    @Override
    public void open(Target target) {
        if (opened.equals(Optional.of(target))) {
            enlarged.set(true);
            return;
        }
        screens.all().stream()
                .filter(lister -> lister.choose(target))
                .findFirst()
                .ifPresent(this::goTo);
        screens.detailOf(target).ifPresent(next -> {
            detail.get().ifPresent(Detail::closed);
            if (newest != null) {
                next.show(newest);
            }
            opened = Optional.of(target);
            detail.set(Optional.of(next));
        });
    }

    @Override
    public void openLarge(Target target) {
        open(target);
        enlarged.set(detail.get().isPresent());
    }

    @Override
    public void closeDetail() {
        detail.get().ifPresent(Detail::closed);
        opened = Optional.empty();
        enlarged.set(false);
        detail.set(Optional.empty());
    }

    /** Empty text passes by unseen, so that the same words can be told twice. */
    @Override
    public void tell(String text) {
        told.set("");
        told.set(text);
    }

    /** What can be done with what lies here, the most specific first. */
    List<Command> commands() {
        return java.util.stream.Stream.concat(
                        detail.get().stream().flatMap(open -> open.commands().stream()), present().commands().stream())
                .toList();
    }

    Screen present() {
        return Objects.requireNonNull(screen.get());
    }

    ReadOnlyObjectProperty<Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Detail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** Whether the detail takes the place of the screen. */
    BooleanProperty enlargedProperty() {
        return enlarged;
    }

    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    private void showNewest(Screen next) {
        if (newest != null) {
            next.show(newest);
        }
    }
}

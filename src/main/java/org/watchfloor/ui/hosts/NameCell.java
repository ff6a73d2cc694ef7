package org.watchfloor.ui.hosts;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.ui.fx.StateMark;

/** Mark and name, indented by depth, with an arrow that folds what lies below. */
final class NameCell extends TableCell<HostsRow, Line> {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final Region indent = new Region();
    private final StackPane arrow = new StackPane(new FontIcon("mdi2c-chevron-right"));
    private final StateMark mark = new StateMark();
    private final Label name = new Label();
    private final HBox box = new HBox(indent, arrow, mark, name);

    NameCell(Consumer<HostsRow> onFold) {
        indent.getStyleClass().add("indent");
        arrow.getStyleClass().add("fold-arrow");
        name.getStyleClass().add("row-name");
        box.getStyleClass().add("name-box");
        arrow.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            onFold.accept(getTableRow().getItem());
            event.consume();
        });
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        HostsRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || line == null || row == null) {
            setGraphic(null);
            mark.clear();
            return;
        }
        mark.show(line.state());
        name.setText(row.title());
        arrow.setVisible(!row.children().isEmpty());
        arrow.setAccessibleText(row.isExpanded() ? "expanded" : "folded");
        arrow.pseudoClassStateChanged(OPEN, row.isExpanded());
        box.getStyleClass().setAll("name-box", "depth-" + row.depth());
        setGraphic(box);
    }
}

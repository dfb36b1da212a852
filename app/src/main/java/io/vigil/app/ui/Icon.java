package io.vigil.app.ui;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The shapes that stand beside words, named by what they mean. Sizes in use: 16, 20, 24, 32. */
public enum Icon {
    /** A high alarm: the octagon. */
    HIGH(MaterialDesignA.ALERT_OCTAGON),
    /** A medium alarm: the triangle. */
    MEDIUM(MaterialDesignA.ALERT),
    /** A low alarm: the circle. */
    LOW(MaterialDesignI.INFORMATION_OUTLINE),
    EXPIRING(MaterialDesignT.TIMER_SAND),
    SIGNAL_LOST(MaterialDesignS.SIGNAL_OFF),
    ANSWERED(MaterialDesignC.CHECK_CIRCLE_OUTLINE),
    CHECK(MaterialDesignC.CHECK),
    /** Heavier, beside bold words. */
    CHECK_BOLD(MaterialDesignC.CHECK_BOLD),
    CLOSE(MaterialDesignC.CLOSE),
    AGENT_LOST(MaterialDesignL.LAN_DISCONNECT),
    PAUSE_SOUND(MaterialDesignB.BELL_OFF_OUTLINE),
    WARD(MaterialDesignV.VIEW_GRID),
    PATIENT(MaterialDesignA.ACCOUNT_HEART),
    ALARMS(MaterialDesignB.BELL),
    DEVICES(MaterialDesignC.CELLPHONE_LINK),
    CLOUD(MaterialDesignC.CLOUD_OUTLINE),
    CLOUD_CONFIRMED(MaterialDesignC.CLOUD_CHECK_OUTLINE),
    SETTINGS(MaterialDesignC.COG_OUTLINE),
    HELP(MaterialDesignH.HELP_CIRCLE_OUTLINE),
    HEART(MaterialDesignH.HEART_PULSE),
    STORE(MaterialDesignD.DATABASE_CHECK),
    SENSOR(MaterialDesignC.CONTACTLESS_PAYMENT),
    LOCK(MaterialDesignL.LOCK_OUTLINE),
    LANGUAGE(MaterialDesignT.TRANSLATE),
    APPEARANCE(MaterialDesignT.THEME_LIGHT_DARK),
    RULER(MaterialDesignR.RULER),
    PERSON(MaterialDesignA.ACCOUNT_OUTLINE),
    NO_SOUND(MaterialDesignV.VOLUME_OFF),
    SORT(MaterialDesignS.SORT_VARIANT),
    NOTE(MaterialDesignF.FILE_DOCUMENT_OUTLINE),
    SENSOR_CHANGED(MaterialDesignS.SWAP_HORIZONTAL),
    TABLE(MaterialDesignT.TABLE),
    CHART(MaterialDesignC.CHART_LINE),
    LIMITS(MaterialDesignB.BELL_COG),
    RESET(MaterialDesignU.UNDO_VARIANT),
    NIGHT(MaterialDesignW.WEATHER_NIGHT),
    MORE(MaterialDesignC.CHEVRON_DOWN);

    private static final String FAMILY = "Material Design Icons";

    static {
        // The first icon brings its font along.
        FontIcon.of(MaterialDesignA.ALERT);
    }

    /** Ikonli cannot say so, but its codes are enums. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Ikon ikon;

    Icon(Ikon ikon) {
        this.ikon = ikon;
    }

    /** A node of style class {@code icon}; its colour is {@code -fx-icon-color}, the text's own unless a sheet says otherwise. */
    public FontIcon of(int size) {
        var icon = FontIcon.of(ikon, size);
        // The theme of the controls has a size of its own for icons in labels and buttons; only an own style outranks
        // it.
        icon.setStyle(icon.getStyle() + "; -fx-icon-size: " + size + "px;");
        icon.getStyleClass().add("icon");
        icon.setFocusTraversable(false);
        return icon;
    }

    /** Draws the shape in a square of that size around a point. */
    public void draw(GraphicsContext on, double centreX, double centreY, double size, Paint colour) {
        on.save();
        on.setFont(font(size));
        on.setFill(colour);
        on.setTextAlign(TextAlignment.CENTER);
        on.setTextBaseline(VPos.CENTER);
        on.fillText(new String(Character.toChars(ikon.getCode())), centreX, centreY);
        on.restore();
    }

    private static Font font(double size) {
        return Font.font(FAMILY, size);
    }
}

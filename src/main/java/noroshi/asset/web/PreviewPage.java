package noroshi.asset.web;

import java.util.List;
import noroshi.asset.AssetLists;
import noroshi.asset.Caution;
import noroshi.asset.SheetLine;

/** A list that was read without a fault, before it is registered. */
public record PreviewPage(AssetLists.Preview preview) {
    private static final int SHOWN = 200;

    public List<SheetLine.Good> shown() {
        var all = preview.sheet().good();
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    /** Those that want a second look. */
    public List<SheetLine.Good> cautioned() {
        return preview.sheet().good().stream()
                .filter(line -> line.value().cautions().contains(Caution.LOOK_ALIKE))
                .limit(SHOWN)
                .toList();
    }

    public String path() {
        return "/assets/import/" + preview.upload().id();
    }
}

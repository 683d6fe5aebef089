package noroshi.intel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import noroshi.cli.Command;
import noroshi.intel.ImportReport;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Permission;
import noroshi.intel.drop.Choice;
import noroshi.intel.drop.DropBox;
import noroshi.intel.drop.Wish;
import noroshi.shared.Actor;
import noroshi.site.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Answers {@code intel import}. */
@Component
class ImportFile implements Command {
    private final IntelLibrary library;
    private final DropBox box;
    private final ActingEditors editors;
    private final Words words;

    ImportFile(IntelLibrary library, DropBox box, ActingEditors editors, Words words) {
        this.library = library;
        this.box = box;
        this.editors = editors;
        this.words = words;
    }

    @Override
    public String name() {
        return "intel import";
    }

    @Override
    public JsonNode handle(JsonNode arguments, InputStream file) throws IOException {
        var actor = editors.named(text(arguments, "as"));
        var permission = Permission.typed(text(arguments, "tlp"), text(arguments, "source"), text(arguments, "reason"));
        var language = Words.nearest(Locale.forLanguageTag(text(arguments, "language")));
        var bytes = file.readNBytes(IntelLibrary.LARGEST_FILE + 1);
        if (arguments.path("preview").asBoolean(false)) {
            return new PreviewAnswer(words, language).of(box.preview(bytes, Wish.NONE, actor));
        }
        return new ReportAnswer(words, language).of(take(bytes, arguments, permission, actor));
    }

    /** What is larger than the drop-box takes can only be a bundle. */
    private ImportReport take(byte[] bytes, JsonNode arguments, Optional<Permission> permission, Actor actor) {
        var name = text(arguments, "name");
        return bytes.length > DropBox.LARGEST
                ? library.importBundle(bytes, name, permission, actor)
                : box.take(bytes, name, Choice.advised(Wish.NONE, text(arguments, "from"), permission), actor);
    }

    private static String text(JsonNode arguments, String name) {
        return arguments.path(name).asString("");
    }
}

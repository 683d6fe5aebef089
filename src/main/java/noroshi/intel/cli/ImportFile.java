package noroshi.intel.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import noroshi.cli.Command;
import noroshi.intel.ImportReport;
import noroshi.intel.Imports;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Permission;
import noroshi.intel.drop.Choice;
import noroshi.intel.drop.DropBox;
import noroshi.intel.drop.Wish;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Answers {@code intel import}. What is larger than the drop-box takes can only be a bundle, and is taken piece by piece. */
@Component
class ImportFile implements Command {
    private final IntelLibrary library;
    private final Imports imports;
    private final DropBox box;
    private final ActingEditors editors;
    private final Words words;

    ImportFile(IntelLibrary library, Imports imports, DropBox box, ActingEditors editors, Words words) {
        this.library = library;
        this.imports = imports;
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
        var bytes = file.readNBytes(DropBox.LARGEST + 1);
        if (arguments.path("preview").asBoolean(false)) {
            return new PreviewAnswer(words, language).of(box.preview(bytes, Wish.NONE, actor));
        }
        var name = text(arguments, "name");
        if (bytes.length > DropBox.LARGEST) {
            var whole = new SequenceInputStream(new ByteArrayInputStream(bytes), file);
            var id = imports.bring(whole, name, permission, false, actor);
            return new ImportAnswer(words, language).of(imports.show(id, actor), library, actor);
        }
        var choice = Choice.advised(Wish.NONE, text(arguments, "from"), permission);
        return new ReportAnswer(words, language).of(take(bytes, name, choice, actor));
    }

    /** Nobody ticks anything on a command line. */
    private ImportReport take(byte[] bytes, String name, Choice choice, Actor actor) {
        try {
            return box.take(bytes, name, choice, actor);
        } catch (RuleBroken refusal) {
            throw refusal.key().equals("drop.none-chosen") ? new RuleBroken("intel.cli.none-advised") : refusal;
        }
    }

    private static String text(JsonNode arguments, String name) {
        return arguments.path(name).asString("");
    }
}

package noroshi.intel.drop.web;

import java.util.List;
import noroshi.intel.Import;
import noroshi.intel.drop.Dropped;
import noroshi.intel.mailbox.Mailbox;
import noroshi.site.FormErrors;
import noroshi.site.Ui;

/**
 * Something to drop, and what waits to be looked at.
 *
 * @param mailed what came by mail
 * @param imports large files on their way into the library
 * @param largest mebibytes of the largest of them
 */
public record DropPage(
        String text,
        List<Dropped> waiting,
        List<Dropped> mailed,
        Mailbox.State mailbox,
        List<Import> imports,
        long largest,
        FormErrors errors) {
    /** What went wrong when the mailbox was last read; empty when nothing did. */
    public String trouble() {
        return mailbox.last()
                .flatMap(Mailbox.Visit::trouble)
                .map(trouble -> Ui.word("mailbox.trouble", trouble))
                .orElse("");
    }

    /** What the server said to it. */
    public String said() {
        return mailbox.last().map(Mailbox.Visit::words).orElse("");
    }

    /** Who says they sent a mail, as far as it can be told. */
    public String sender(String sender) {
        return sender.isEmpty() ? Ui.text("mailbox.no-sender") : sender;
    }
}

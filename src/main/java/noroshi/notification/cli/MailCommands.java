package noroshi.notification.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import noroshi.cli.CommandGroup;
import noroshi.cli.Platform;
import noroshi.notification.Bounces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code noroshi mail …}. */
@Command(
        name = "mail",
        description = "Mail of the platform: bounce.",
        subcommands = {MailCommands.Bounce.class})
public final class MailCommands implements CommandGroup {

    @Command(
            name = "bounce",
            description = "Takes what another mail server wrote back of a message (RFC 3464).",
            footer = {
                "",
                "For a mail server that pipes what comes to the sender's address. Exit: 0 whatever it was, the answer says what;",
                "75 when the platform could not be asked or the message is just leaving, so that the mail server keeps the",
                "notification and tries again."
            })
    static final class Bounce implements Callable<Integer> {
        /** What mail servers understand as "later" (sysexits.h). */
        private static final int LATER = 75;

        @Mixin
        Platform platform = new Platform();

        @Parameters(paramLabel = "FILE", description = "The whole message, or - for standard input.")
        String file = "";

        @Override
        public Integer call() throws IOException {
            var exit = platform.ask(
                    "mail bounce", Map.of("language", Locale.getDefault().toLanguageTag()), read());
            return exit == 0 ? 0 : LATER;
        }

        private byte[] read() throws IOException {
            if (!file.equals("-")) {
                try (var in = Files.newInputStream(Path.of(file))) {
                    return in.readNBytes(Bounces.LARGEST + 1);
                }
            }
            return upTo(System.in);
        }

        /** A mail server waits until everything is read. */
        private static byte[] upTo(InputStream in) throws IOException {
            var bytes = in.readNBytes(Bounces.LARGEST + 1);
            in.transferTo(OutputStream.nullOutputStream());
            return bytes;
        }
    }
}

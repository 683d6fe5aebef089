package noroshi.notification.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a mail server starts it, while the platform is away. */
class HandingOverBouncesTests {
    @TempDir
    Path nowhere;

    @Test
    void theMailServerIsToldToTryAgain() throws Exception {
        assertThat(run(new byte[3_000_000], "-"))
                .as("everything is read, and it is for later")
                .isEqualTo(75);
        var file = Files.writeString(nowhere.resolve("bounce.eml"), "From: a@b.example\n\nno");
        assertThat(run(new byte[0], file.toString())).isEqualTo(75);
    }

    private int run(byte[] input, String argument) throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=command-line-log.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "noroshi.cli.CommandLineMain",
                "mail",
                "bounce",
                argument);
        command.environment().put("NOROSHI_DATA", nowhere.toString());
        var process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(input);
        }
        return process.waitFor();
    }
}

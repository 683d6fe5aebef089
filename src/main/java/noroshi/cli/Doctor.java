package noroshi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import noroshi.database.CheckUp.Finding;
import noroshi.database.SetupScript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "doctor",
        description = "Looks whether everything is as it must be; works whether or not the platform runs.")
class Doctor implements Callable<Integer> {
    private static final long ENOUGH_SPACE = 2L << 30;

    @Mixin
    private Platform platform = new Platform();

    @Option(names = "--sql", description = "Print the script that prepares an external PostgreSQL.")
    private boolean sql;

    @Override
    public Integer call() throws IOException {
        if (sql) {
            System.out.print(SetupScript.withNewPasswords());
            return Exit.DONE;
        }
        var findings = new ArrayList<JsonNode>();
        for (var finding : here()) {
            findings.add(JsonMapper.shared().valueToTree(finding));
        }
        var reply = platform.request("doctor", Map.of());
        reply.result().ifPresent(more -> more.forEach(findings::add));
        platform.print(JsonMapper.shared().valueToTree(findings));
        var well = findings.stream().allMatch(finding -> finding.path("well").asBoolean());
        return well && reply.exit() != Exit.FAULT ? Exit.DONE : Exit.REFUSED;
    }

    private static List<Finding> here() throws IOException {
        var data = Platform.data().root();
        var findings = new ArrayList<Finding>();
        findings.add(new Finding("java", true, Runtime.version().toString()));
        if (!Files.isDirectory(data)) {
            findings.add(new Finding("data folder", true, data + " does not exist yet"));
            return findings;
        }
        findings.add(new Finding("data folder", Files.isWritable(data), data.toString()));
        findings.add(secrets(data.resolve("secrets")));
        var free = Files.getFileStore(data).getUsableSpace();
        findings.add(new Finding("disk", free > ENOUGH_SPACE, (free >> 30) + " GiB free"));
        return findings;
    }

    private static Finding secrets(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new Finding("secrets", true, "none yet");
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                if (!permissions.endsWith("------")) {
                    return new Finding("secrets", false, file + " can be read by others: chmod 600");
                }
            }
        }
        return new Finding("secrets", true, "readable by their owner only");
    }
}

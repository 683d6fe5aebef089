package noroshi.topic;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Throws away the files that were let go of, a day later: a backup that began before then still finds them. The files go
 * before the transaction ends; when it fails, the next run finds them gone and goes on.
 */
@Component
class EmptyTheVault {
    private static final Duration STAYS = Duration.ofDays(1);

    private final FileStore files;
    private final FileVault vault;
    private final Clock clock;

    EmptyTheVault(FileStore files, FileVault vault, Clock clock) {
        this.files = files;
        this.vault = vault;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    @Transactional
    public void run() {
        files.takeLetGo(clock.instant().minus(STAYS)).forEach(vault::forget);
    }
}

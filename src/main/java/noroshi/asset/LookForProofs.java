package noroshi.asset;

import noroshi.shared.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks whether what owners were asked to write stands there by now; one after the other, each ever more seldom. */
@Component
class LookForProofs {
    private static final Logger LOG = LoggerFactory.getLogger(LookForProofs.class);
    private static final int AT_ONCE = 20;

    private final AssetProofs proofs;
    private final AssetSettings settings;

    LookForProofs(AssetProofs proofs, AssetSettings settings) {
        this.proofs = proofs;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT70S")
    public void run() {
        if (!settings.proof().enabled()) {
            return;
        }
        for (var due : proofs.due(AT_ONCE)) {
            try {
                Acting.as(due.actor(), () -> proofs.lookAgain(due.asset(), due.actor()));
            } catch (RuntimeException e) {
                LOG.warn("a proof could not be looked for: {}", due.asset(), e);
            }
        }
    }
}

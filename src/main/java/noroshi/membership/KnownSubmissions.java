package noroshi.membership;

import java.util.Optional;
import java.util.UUID;
import noroshi.site.Submissions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What forms have sent, each in a transaction of its own: it must be seen while the work is still being done. */
@Service
@Transactional
class KnownSubmissions implements Submissions {
    private final SubmissionStore submissions;

    KnownSubmissions(SubmissionStore submissions) {
        this.submissions = submissions;
    }

    @Override
    public boolean begin(UUID submission) {
        return submissions.begin(submission);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> outcome(UUID submission) {
        return submissions.outcome(submission);
    }

    @Override
    public void done(UUID submission, String location) {
        submissions.done(submission, location);
    }

    @Override
    public void forget(UUID submission) {
        submissions.forget(submission);
    }
}

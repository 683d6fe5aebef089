package noroshi.database;

/** The archive is not what its manifest says, or not for this release; nothing was touched. */
public final class BackupBroken extends RuntimeException {
    public BackupBroken(String sentence) {
        super(sentence);
    }
}

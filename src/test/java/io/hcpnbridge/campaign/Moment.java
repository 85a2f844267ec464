package io.hcpnbridge.campaign;

/** When a blow falls. */
enum Moment {
    AT_RANDOM,
    /** A file of the ERP is being read. */
    FILE_READ,
    /** A file or message is just taken in. */
    TAKEN_IN,
    /** A file is to be moved out of the inbound folder and is not. */
    FILE_NOT_MOVED,
    /** A file was moved out of the inbound folder, the adapter does not know. */
    FILE_MOVED,
    /** Records are about to be claimed. */
    CLAIM_COMING,
    /** Records are claimed. */
    CLAIMED,
    /** The intent of a write is about to be committed. */
    INTENT_COMING,
    /** The intent of a write is committed. */
    WRITE_INTENDED,
    /** A renewal has left the adapter and never reaches the partner. */
    WRITE_ON_ITS_WAY,
    /** The partner has carried out a renewal and not answered yet. */
    WRITE_TAKEN,
    /** The partner has just answered a renewal. */
    WRITE_ANSWERED,
    /** An expiry policy is set, the partner has not answered yet. */
    POLICY_SET,
    /** The partner has not yet answered a question. */
    READ_CALLED,
    /** The outcome of a call is about to be committed. */
    SETTLE_COMING,
    /** The outcome of a call is committed. */
    SETTLED,
    /** Part of an answer is written. */
    ANSWER_WRITTEN,
    /** An answer is written and does not get its final name. */
    ANSWER_NOT_NAMED,
    /** An answer has its final name, the adapter does not know. */
    ANSWER_NAMED,
    /** It is about to be committed that an answer has arrived. */
    DELIVERY_COMING,
    /** It is committed that an answer has arrived. */
    DELIVERED,
    /** The partner is asked what became of a renewal, and has not answered yet. */
    QUESTION_CALLED,
    /** What became of a write is about to be committed. */
    VERDICT_COMING,
    /** What became of a write is committed. */
    VERDICT_NOTED
}

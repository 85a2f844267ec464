------------------------------- MODULE Ledger -------------------------------
(***************************************************************************)
(* How replicas share the ledger: who may send a write, and who may say    *)
(* what became of it. Each action is one transaction of the ledger, or one *)
(* step outside it: a byte on the wire, a process that dies, stands still  *)
(* or loses the database, a lease or a claim whose time is over.           *)
(*                                                                         *)
(* Bug names what is left out to see that the invariants find it.          *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets, TLC

CONSTANTS
  Replicas,
  Writes,        \* records whose first call changes something at the partner and may not be sent twice
  Reads,         \* records whose calls change nothing
  MostTroubles,  \* how often a process dies, stands still or loses the database
  MostClaims,    \* how often a record is claimed at most: bounds the model, not the adapter
  Bug            \* "none", "no fence", "sent is due again", "answered before it is committed", "asked too early", "placed is parked"

Records == Writes \cup Reads
Nobody == "nobody"
Final == {"OK", "PARTIAL", "REFUSED", "FAILED"}

(* What may follow what: RecordState.next(), held equal by LedgerModelTest. *)
Transitions ==
  { <<"DUE", "CLAIMED">>, <<"DUE", "PARKED">>, <<"PARKED", "DUE">>, <<"PARKED", "REFUSED">>,
    <<"CLAIMED", "DUE">>, <<"CLAIMED", "SENT">>, <<"CLAIMED", "OK">>, <<"CLAIMED", "PARTIAL">>,
    <<"CLAIMED", "REFUSED">>, <<"CLAIMED", "FAILED">>, <<"CLAIMED", "IN_DOUBT">>,
    <<"SENT", "DUE">>, <<"SENT", "CLAIMED">>, <<"SENT", "OK">>, <<"SENT", "PARTIAL">>,
    <<"SENT", "REFUSED">>, <<"SENT", "FAILED">>, <<"SENT", "IN_DOUBT">>,
    <<"IN_DOUBT", "ASKING">>,
    <<"ASKING", "IN_DOUBT">>, <<"ASKING", "DUE">>, <<"ASKING", "OK">>, <<"ASKING", "PARTIAL">>,
    <<"ASKING", "REFUSED">>, <<"ASKING", "FAILED">>,
    <<"FAILED", "DUE">> }

VARIABLES
  row,       \* the ledger: state, claim (a number, the fence), by, over (claimed_until has passed), generation, placed
  lease,     \* the ledger: which processes it takes for alive
  epoch,     \* which process of its place a replica is; no two have one name
  run,       \* "running", "still" (paused), "cut" (from the database) or "gone"
  work,      \* what a process holds in memory
  wire,      \* calls that have left
  executed,  \* what the partner has done: how often, by record and generation
  answer,    \* what the ERP was told
  troubles

vars == <<row, lease, epoch, run, work, wire, executed, answer, troubles>>

Idle == [doing |-> "nothing", record |-> Nobody, claim |-> 0, generation |-> "none", outcome |-> "none", late |-> FALSE]
Name(r) == <<r, epoch[r]>>
Alive(name) == name[2] = epoch[name[1]] /\ lease[name[1]]
Works(r, doing) == work[r].doing = doing
Ours(r) == LET w == work[r] IN row[w.record].claim = w.claim /\ row[w.record].by = Name(r)
ToLedger(r) == run[r] = "running"

Init ==
  /\ row = [d \in Records |-> [state |-> "DUE", claim |-> 0, by |-> <<Nobody, 0>>, over |-> FALSE, generation |-> "none", placed |-> FALSE]]
  /\ lease = [r \in Replicas |-> TRUE]
  /\ epoch = [r \in Replicas |-> 0]
  /\ run = [r \in Replicas |-> "running"]
  /\ work = [r \in Replicas |-> Idle]
  /\ wire = {}
  /\ executed = [d \in Records |-> [g \in {"old", "new"} |-> 0]]
  /\ answer = [d \in Records |-> "none"]
  /\ troubles = 0

-----------------------------------------------------------------------------
(* What a process does with the ledger *)

Claim(r, d) ==
  /\ ToLedger(r) /\ lease[r] /\ Works(r, "nothing")
  /\ row[d].state = "DUE" /\ row[d].claim < MostClaims
  /\ row' = [row EXCEPT ![d].state = "CLAIMED", ![d].claim = @ + 1, ![d].by = Name(r), ![d].over = FALSE]
  /\ work' = [work EXCEPT ![r] = [Idle EXCEPT !.doing = "claimed", !.record = d, !.claim = row[d].claim + 1]]
  /\ UNCHANGED <<lease, epoch, run, wire, executed, answer, troubles>>

(* For good, in a transaction of its own, before anything is sent. *)
FixGeneration(r, g) ==
  /\ ToLedger(r) /\ Works(r, "claimed") /\ work[r].generation = "none"
  /\ LET d == work[r].record IN
     IF Ours(r) /\ row[d].state = "CLAIMED"
     THEN /\ row[d].generation \in {"none", g}
          /\ row' = [row EXCEPT ![d].generation = g]
          /\ work' = [work EXCEPT ![r].generation = g]
     ELSE /\ work' = [work EXCEPT ![r] = Idle]
          /\ UNCHANGED row
  /\ UNCHANGED <<lease, epoch, run, wire, executed, answer, troubles>>

(* The intent of a write, committed before it is sent; only under a lease that holds. *)
Announce(r) ==
  /\ ToLedger(r) /\ Works(r, "claimed") /\ work[r].generation # "none"
  /\ work[r].record \in Writes /\ ~row[work[r].record].placed
  /\ LET d == work[r].record IN
     IF Bug = "no fence" \/ (Ours(r) /\ row[d].state = "CLAIMED")
     THEN /\ Bug = "no fence" \/ lease[r]
          /\ row' = [row EXCEPT ![d].state = "SENT", ![d].over = FALSE]
          /\ work' = [work EXCEPT ![r].doing = "announced", ![r].late = FALSE]
     ELSE /\ work' = [work EXCEPT ![r] = Idle]
          /\ UNCHANGED row
  /\ UNCHANGED <<lease, epoch, run, wire, executed, answer, troubles>>

(* What was announced long ago is not sent any more: the process looks at its own clock. *)
Send(r) ==
  /\ run[r] \in {"running", "cut"} /\ Works(r, "announced") /\ ~work[r].late
  /\ wire' = wire \cup {[record |-> work[r].record, claim |-> work[r].claim, generation |-> work[r].generation,
                         from |-> Name(r), fate |-> "under way"]}
  /\ work' = [work EXCEPT ![r].doing = "waiting"]
  /\ UNCHANGED <<row, lease, epoch, run, executed, answer, troubles>>

NotSent(r) ==
  /\ run[r] \in {"running", "cut"} /\ Works(r, "announced") /\ work[r].late
  /\ work' = [work EXCEPT ![r].doing = "told", ![r].outcome = "not placed"]
  /\ UNCHANGED <<row, lease, epoch, run, wire, executed, answer, troubles>>

Hear(r) ==
  /\ run[r] \in {"running", "cut"} /\ Works(r, "waiting")
  /\ \E call \in wire :
       /\ call.from = Name(r) /\ call.claim = work[r].claim /\ call.record = work[r].record
       /\ \/ /\ call.fate # "under way"
             /\ work' = [work EXCEPT ![r].doing = "told", ![r].outcome = call.fate]
             /\ wire' = wire \ {call}
          \/ /\ call.fate = "under way"    \* time-out: the partner may still do it
             /\ work' = [work EXCEPT ![r].doing = "told", ![r].outcome = "unknown"]
             /\ UNCHANGED wire
  /\ UNCHANGED <<row, lease, epoch, run, executed, answer, troubles>>

Ends(outcome) ==
  CASE outcome = "placed" -> {"OK", "PARTIAL", "CLAIMED"}    \* CLAIMED: one more call
    [] outcome = "refused" -> {"REFUSED"}
    [] outcome = "not placed" -> {"DUE", "FAILED"}
    [] outcome = "unknown" -> {"IN_DOUBT"}

(* Outcome and state in one transaction. No lease is needed: who has announced a call may say what became of it. *)
Close(r) ==
  /\ ToLedger(r) /\ Works(r, "told")
  /\ LET d == work[r].record IN
     IF Bug = "no fence" \/ (Ours(r) /\ row[d].state = "SENT")
     THEN \E end \in Ends(work[r].outcome) :
            /\ row' = [row EXCEPT ![d].state = end, ![d].over = FALSE, ![d].placed = @ \/ work[r].outcome = "placed"]
            /\ work' = [work EXCEPT ![r] = IF end = "CLAIMED" THEN [@ EXCEPT !.doing = "claimed", !.outcome = "none"] ELSE Idle]
     ELSE /\ work' = [work EXCEPT ![r] = Idle]
          /\ UNCHANGED row
  /\ UNCHANGED <<lease, epoch, run, wire, executed, answer, troubles>>

(* A step that sends no write: a read, a call that may be repeated, a refusal before any call, another try later. *)
Conclude(r) ==
  /\ ToLedger(r) /\ Works(r, "claimed")
  /\ LET d == work[r].record IN
     IF Ours(r) /\ row[d].state = "CLAIMED"
     THEN \E end \in IF d \in Reads THEN {"OK", "PARTIAL", "REFUSED", "FAILED", "DUE"}
                     ELSE IF row[d].placed THEN {"OK", "PARTIAL", "IN_DOUBT", "DUE"}
                     ELSE {"REFUSED", "FAILED", "DUE"} :
            row' = [row EXCEPT ![d].state = end, ![d].over = FALSE]
     ELSE UNCHANGED row
  /\ work' = [work EXCEPT ![r] = Idle]
  /\ UNCHANGED <<lease, epoch, run, wire, executed, answer, troubles>>

(* What is in doubt is claimed as well, by whoever asks the partner about it. *)
Ask(r, d) ==
  /\ ToLedger(r) /\ lease[r] /\ Works(r, "nothing")
  /\ row[d].state = "IN_DOUBT" /\ row[d].claim < MostClaims
  /\ row' = [row EXCEPT ![d].state = "ASKING", ![d].claim = @ + 1, ![d].by = Name(r), ![d].over = FALSE]
  /\ work' = [work EXCEPT ![r] = [Idle EXCEPT !.doing = "asking", !.record = d, !.claim = row[d].claim + 1]]
  /\ UNCHANGED <<lease, epoch, run, wire, executed, answer, troubles>>

(* What its reads, or a person, know: never more than is true. That nothing was placed is known only when no call can be under way. *)
See(r) ==
  /\ run[r] \in {"running", "cut"} /\ Works(r, "asking")
  /\ LET d == work[r].record
         times == executed[d]["old"] + executed[d]["new"]
         underWay == \E call \in wire : call.record = d /\ call.fate = "under way"
     IN \E seen \in (IF times > 0 THEN {"placed"} ELSE {})
                    \cup (IF times = 0 /\ (~underWay \/ Bug = "asked too early") THEN {"not placed"} ELSE {})
                    \cup {"unknown"} :
          work' = [work EXCEPT ![r].doing = "seen", ![r].outcome = seen]
  /\ UNCHANGED <<row, lease, epoch, run, wire, executed, answer, troubles>>

Resolve(r) ==
  /\ ToLedger(r) /\ Works(r, "seen")
  /\ LET d == work[r].record
         seen == work[r].outcome
     IN
     IF Ours(r) /\ row[d].state = "ASKING"
     THEN \E end \in CASE seen = "placed" -> {"OK", "PARTIAL", "DUE"}    \* DUE: one more call
                       [] seen = "not placed" -> IF row[d].placed THEN {"IN_DOUBT"} ELSE {"DUE", "FAILED", "REFUSED"}
                       [] seen = "unknown" -> {"IN_DOUBT"} :
            row' = [row EXCEPT ![d].state = end, ![d].over = FALSE, ![d].placed = @ \/ seen = "placed"]
     ELSE UNCHANGED row
  /\ work' = [work EXCEPT ![r] = Idle]
  /\ UNCHANGED <<lease, epoch, run, wire, executed, answer, troubles>>

(* Claims that are over: what was not sent as soon as its process is not alive, a write only when its call cannot be under way. *)
Sweep(r, d) ==
  /\ ToLedger(r) /\ lease[r]
  /\ \/ row[d].state \in {"CLAIMED", "SENT", "ASKING"} /\ row[d].over
     \/ row[d].state \in {"CLAIMED", "ASKING"} /\ ~Alive(row[d].by)
  /\ row' = [row EXCEPT ![d].state = IF @ = "ASKING" \/ (@ = "SENT" /\ Bug # "sent is due again") THEN "IN_DOUBT" ELSE "DUE",
                        ![d].over = FALSE]
  /\ UNCHANGED <<lease, epoch, run, work, wire, executed, answer, troubles>>

(* What is due and has waited for too long, unless something of it is placed; then a person decides. *)
Park(d) ==
  /\ row[d].state = "DUE" /\ (~row[d].placed \/ Bug = "placed is parked")
  /\ row' = [row EXCEPT ![d].state = "PARKED"]
  /\ UNCHANGED <<lease, epoch, run, work, wire, executed, answer, troubles>>

Decide(d) ==
  /\ row[d].state = "PARKED"
  /\ \E end \in {"DUE", "REFUSED"} : row' = [row EXCEPT ![d].state = end]
  /\ UNCHANGED <<lease, epoch, run, work, wire, executed, answer, troubles>>

(* A person has a read tried again that has failed: what the ERP was told is a first answer then. Never a write: the ERP may have sent another. *)
TryAgain(d) ==
  /\ d \in Reads /\ row[d].state = "FAILED" /\ ~row[d].placed
  /\ row' = [row EXCEPT ![d].state = "DUE"]
  /\ answer' = [answer EXCEPT ![d] = IF @ \in Final THEN "first" ELSE @]
  /\ UNCHANGED <<lease, epoch, run, work, wire, executed, troubles>>

(* Composed from what is committed, once; before that at most first ones, which say that it is in doubt or parked. *)
Answer(d) ==
  /\ \/ row[d].state \in Final /\ answer[d] \notin Final
        /\ answer' = [answer EXCEPT ![d] = row[d].state]
     \/ row[d].state \in {"IN_DOUBT", "ASKING", "PARKED"} /\ answer[d] = "none"
        /\ answer' = [answer EXCEPT ![d] = "first"]
  /\ UNCHANGED <<row, lease, epoch, run, work, wire, executed, troubles>>

AnswerTooEarly(r) ==
  /\ Bug = "answered before it is committed"
  /\ Works(r, "told") /\ answer[work[r].record] = "none"
  /\ \E end \in Ends(work[r].outcome) \cap Final : answer' = [answer EXCEPT ![work[r].record] = end]
  /\ UNCHANGED <<row, lease, epoch, run, work, wire, executed, troubles>>

Beat(r) ==
  /\ ToLedger(r) /\ ~lease[r]
  /\ lease' = [lease EXCEPT ![r] = TRUE]
  /\ UNCHANGED <<row, epoch, run, work, wire, executed, answer, troubles>>

(* The end of an orderly stop. *)
GiveBack(r) ==
  /\ ToLedger(r) /\ troubles < MostTroubles
  /\ row' = [d \in Records |-> IF row[d].state \in {"CLAIMED", "ASKING"} /\ row[d].by = Name(r)
                               THEN [row[d] EXCEPT !.state = IF @ = "CLAIMED" THEN "DUE" ELSE "IN_DOUBT"] ELSE row[d]]
  /\ lease' = [lease EXCEPT ![r] = FALSE]
  /\ run' = [run EXCEPT ![r] = "gone"]
  /\ work' = [work EXCEPT ![r] = Idle]
  /\ troubles' = troubles + 1
  /\ UNCHANGED <<epoch, wire, executed, answer>>

-----------------------------------------------------------------------------
(* What happens to calls and processes *)

Partner ==
  /\ \E call \in wire :
       /\ call.fate = "under way"
       /\ \E fate \in {"placed", "refused", "not placed", "unknown"} :
            /\ wire' = (wire \ {call}) \cup {[call EXCEPT !.fate = fate]}
            /\ \/ fate \in {"placed", "unknown"}
                  /\ executed' = [executed EXCEPT ![call.record][call.generation] = @ + 1]
               \/ fate # "placed" /\ UNCHANGED executed
  /\ UNCHANGED <<row, lease, epoch, run, work, answer, troubles>>

Trouble(r) ==
  /\ troubles < MostTroubles /\ run[r] = "running"
  /\ troubles' = troubles + 1
  /\ \E what \in {"still", "cut", "gone"} :
       /\ run' = [run EXCEPT ![r] = what]
       /\ work' = IF what = "gone" THEN [work EXCEPT ![r] = Idle] ELSE work
  /\ UNCHANGED <<row, lease, epoch, wire, executed, answer>>

Mend(r) ==
  /\ run[r] # "running"
  /\ run' = [run EXCEPT ![r] = "running"]
  /\ epoch' = IF run[r] = "gone" THEN [epoch EXCEPT ![r] = @ + 1] ELSE epoch
  /\ lease' = IF run[r] = "gone" THEN [lease EXCEPT ![r] = TRUE] ELSE lease
  /\ UNCHANGED <<row, work, wire, executed, answer, troubles>>

LeaseEnds(r) ==
  /\ run[r] # "running" /\ lease[r]
  /\ lease' = [lease EXCEPT ![r] = FALSE]
  /\ UNCHANGED <<row, epoch, run, work, wire, executed, answer, troubles>>

(* A process that beats prolongs what it has in hand. The time is over for it as well, by its own clock. *)
TimeIsOver(d) ==
  /\ row[d].state \in {"CLAIMED", "SENT", "ASKING"} /\ ~row[d].over
  /\ LET r == row[d].by[1] IN
     /\ ~(row[d].by = Name(r) /\ run[r] = "running" /\ work[r].record = d /\ work[r].claim = row[d].claim)
     /\ row' = [row EXCEPT ![d].over = TRUE]
     /\ work' = [work EXCEPT ![r].late = @ \/ (row[d].by = Name(r) /\ work[r].record = d /\ work[r].claim = row[d].claim)]
  /\ UNCHANGED <<lease, epoch, run, wire, executed, answer, troubles>>

Step(r) ==
  \/ \E d \in Records : Claim(r, d)
  \/ \E g \in {"old", "new"} : FixGeneration(r, g)
  \/ Announce(r) \/ Send(r) \/ NotSent(r) \/ Hear(r) \/ Close(r) \/ Conclude(r) \/ AnswerTooEarly(r)
  \/ \E d \in Records : Ask(r, d)
  \/ See(r) \/ Resolve(r)
  \/ \E d \in Records : Sweep(r, d)
  \/ Beat(r)

Next ==
  \/ \E r \in Replicas : Step(r) \/ GiveBack(r) \/ Trouble(r) \/ Mend(r) \/ LeaseEnds(r)
  \/ \E d \in Records : Answer(d) \/ TimeIsOver(d) \/ Park(d) \/ Decide(d) \/ TryAgain(d)
  \/ Partner

Spec == Init /\ [][Next]_vars

Symmetry == Permutations(Replicas)

-----------------------------------------------------------------------------
(* The promises *)

Times(d) == executed[d]["old"] + executed[d]["new"]

(* P2 *)
NothingIsSentTwice == \A d \in Records : Times(d) <= 1

(* P8 *)
NeverOnBothSides == \A d \in Records : executed[d]["old"] = 0 \/ executed[d]["new"] = 0

(* P2: whoever says that nothing was done is right, and whoever says that it was done, too. *)
NobodyGuesses ==
  \A d \in Writes :
    /\ row[d].state \in {"REFUSED", "FAILED", "PARKED"} => Times(d) = 0
    /\ row[d].state \in {"OK", "PARTIAL"} => Times(d) = 1

(* P1, P3: one answer, the one that is committed. *)
OneTrueAnswer == \A d \in Records : answer[d] \in Final => answer[d] = row[d].state

(* P1: what is final stays so but for a failed read that a person has tried again, and nothing but what RecordState allows follows. *)
OnlyWhatMayFollow ==
  [][\A d \in Records : row'[d].state # row[d].state => <<row[d].state, row'[d].state>> \in Transitions]_vars
=============================================================================

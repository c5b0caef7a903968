package scale

import java.security.SecureRandom
import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.CoroutineScope
import memorytax.child.Child

/**
 * The post, for a worker in Kotlin: it brings jobs, and later what they wait for. Main names what takes its jobs:
 *
 *     fun main(args: Array<String>) = work(args, ::jobs)
 *
 * That is a function of the post, which is a scope for coroutines. For each job from 0 to post.jobs - 1 it says
 * post.take(job), which tells the job's name, once, and post.waits(job) when the job waits. Before that,
 * post.deliver { job, answer -> … } says where answers go. They come when all is weighed, in no order that could be
 * guessed. Then each job has its name in front of its answer: post.answer(job, name + answer).
 *
 * It keeps a byte for each job, and no name: it can make each of them again.
 */
class Post internal constructor(val jobs: Int, private val gate: Gate) : CoroutineScope by gate {
    private val secret = SecureRandom().nextLong()
    private val states = ByteArray(jobs)
    private var to: ((Int, String) -> Unit)? = null
    @Volatile private var open = false
    private val waiting = AtomicInteger()
    private val all = AtomicInteger()
    private val wrong = AtomicInteger()

    /** Tells the name of a job, 16 characters, for the first and the last time. */
    fun take(job: Int): String {
        step(job, NEW, TAKEN, "was taken twice: post.take tells each name once")
        return name(job)
    }

    /** Said by a job that waits, or for it. */
    fun waits(job: Int) {
        step(job, TAKEN, WAITING, "cannot wait: post.take comes first, and post.waits only once")
        waiting.incrementAndGet()
        gate.here()
    }

    /** Says where answers go. */
    fun deliver(to: (Int, String) -> Unit) {
        this.to = to
    }

    /** The proof that a job was kept: its name, and its answer behind it. */
    fun answer(job: Int, text: String) {
        if (!open) fail("job $job was answered before its answer came, so it did not wait")
        step(job, WAITING, ANSWERED, "was answered twice")
        if (text != name(job) + word(job)) wrong.incrementAndGet()
        all.incrementAndGet()
    }

    private fun step(job: Int, before: Byte, after: Byte, otherwise: String) {
        if (job !in states.indices) fail("there is no job $job: they are numbered from 0 to ${jobs - 1}")
        synchronized(states) {
            if (states[job] != before) fail("job $job $otherwise")
            states[job] = after
        }
    }

    private fun name(job: Int) = hex(mix(mix(job.toLong()) xor secret), 16)

    private fun word(job: Int) = hex(mix(mix(job.toLong().inv()) xor secret), 8)

    internal fun full() {
        if (quiet(waiting)) fail("$waiting of $jobs jobs have called post.waits(), and nothing happens any more. Each " +
            "job must call it when it waits")
        if (to == null) fail("nobody has said where answers go: post.deliver { job, answer -> … }")
    }

    /** Whether it stays below the number of jobs, and changes no more; looks are counted, not seconds. */
    private fun quiet(count: AtomicInteger): Boolean {
        var (before, idle) = -1 to 0
        while (count.get() < jobs && idle < QUIET) {
            idle = if (count.get() == before) idle + 1 else 0
            before = count.get()
            Thread.sleep(10)
        }
        return count.get() < jobs
    }

    /** Delivers all answers. */
    internal fun end() {
        open = true
        for (job in (0 until jobs).shuffled()) to!!(job, word(job))
        quiet(all)
        if (wrong.get() > 0) fail("$wrong of $jobs jobs had a wrong answer: each must answer its name, and behind it " +
            "the answer that was sent to it")
        if (all.get() < jobs) fail("${jobs - all.get()} of $jobs jobs were lost: they have not called post.answer()")
    }
}

/** Lets the parent weigh the jobs of a worker while they wait. */
fun work(args: Array<String>, jobs: (Post) -> Unit) = serve(args, mapOf("jobs" to { tasks, gate ->
    val post = Post(tasks, gate)
    gate.held = post
    gate.ends = post::end
    jobs(post)
    post.full()
}))

private const val QUIET = 500 // looks of 10 ms without anything new
private const val NEW: Byte = 0
private const val TAKEN: Byte = 1
private const val WAITING: Byte = 2
private const val ANSWERED: Byte = 3

private fun fail(reason: String): Nothing {
    Child.fails(reason)
    throw IllegalStateException(reason)
}

/** The last digits; one by one, because a formatter would be weighed as well. */
private fun hex(bits: Long, digits: Int) =
    String(CharArray(digits) { "0123456789abcdef"[(bits ushr 4 * (digits - 1 - it)).toInt() and 15] })

/** Bits that tell nothing of the number, as SplitMix64 makes them. */
private fun mix(number: Long): Long {
    var bits = number + -0x61c8864680b583ebL
    bits = (bits xor (bits ushr 30)) * -0x40a7b892e31b1a47L
    bits = (bits xor (bits ushr 27)) * -0x6b2fb644ecceee15L
    return bits xor (bits ushr 31)
}

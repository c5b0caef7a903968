package scale

import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import kotlin.coroutines.jvm.internal.CoroutineStackFrame
import kotlin.system.exitProcess
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.runBlocking
import memorytax.child.Child
import memorytax.child.LoadReference
import memorytax.child.Silence

/**
 * Where the coroutines of a load wait, and the scope in which they are launched. Each of them calls [here] once it
 * runs, then awaits [done].
 */
class Gate(private val tasks: Int) : CoroutineScope, AutoCloseable {
    private val job = Job()
    private val running = CountDownLatch(tasks)
    override val coroutineContext = job + Dispatchers.Default

    /** Completed when all may go. */
    val done = CompletableDeferred<Unit>()

    /** What a load wants kept until then. */
    var held: Any? = null

    /** What is done before the coroutines are let go. */
    internal var ends: () -> Unit = {}

    /** Said by each coroutine, from inside: I run. */
    fun here() = running.countDown()

    /** What the scale says besides tasks: `gate.number("depth")`. */
    fun number(name: String) = Child.number(name).toInt()

    /** Puts a point on the time line: `gate.mark("half", "free", n)`. */
    fun mark(name: String, vararg figures: Any) = memorytax.child.Gate.tell(name, *figures)

    /** Has the scale note down under this name what this process takes now, and returns when that is done. */
    fun weigh(name: String) = memorytax.child.Gate.weigh(name)

    /** Returns when all of them have said so. */
    internal fun full(): Gate {
        val silence = Silence(tasks.toLong())
        while (!running.await(1, TimeUnit.SECONDS))
            silence.look(running.count).ifPresent { threads ->
                val begun = tasks - running.count
                val seen = waiting() ?: threads.said()
                Child.fails("$begun of $tasks tasks have called gate.here(), and nothing happens any more; $seen. " +
                    "Each task must call gate.here() before it waits")
            }
        return this
    }

    /** The line at which most coroutines of this scope are suspended; null when none of them is. */
    private fun waiting() = job.children.mapNotNull(::line).groupingBy { it }.eachCount().maxByOrNull { it.value }
        ?.let { "${it.value} tasks wait at ${it.key}" }

    /** Lets all coroutines go, those that wait for something else too, and returns when the last one has ended. */
    override fun close() {
        ends()
        done.complete(Unit)
        runBlocking { job.cancelAndJoin() }
    }
}

/** Does what the parent says: lets it weigh the load whose name is the last argument. */
fun serve(args: Array<String>, loads: Map<String, (Int, Gate) -> Unit>) {
    val name = args.lastOrNull().orEmpty()
    load = loads[name] ?: run {
        println("FAILED reason=no load \"$name\" here, only ${loads.keys.sorted().joinToString("; ") { "\"$it\"" }}")
        exitProcess(Child.FAILED)
    }
    Child.main(LoadReference.pack("scale.ScaleKt", "start", "(I)Ljava/lang/Object;") + args.dropLast(1))
}

private lateinit var load: (Int, Gate) -> Unit

@Suppress("unused") // the parent's side of it is a program in Java, which looks for this name
private fun start(tasks: Int): Any = Gate(tasks).also { load(tasks, it) }.full()

/**
 * The line of the program at which a coroutine is suspended. Its job knows the continuation that is to be told when it
 * is cancelled, and that one knows the frames: each has the line at which it goes on.
 */
private fun line(job: Job): String? {
    val state = field(job, "_state\$volatile", "_state")
    val suspended = state?.let { field(it, "child") } as? CoroutineStackFrame
    return generateSequence(suspended) { it.callerFrame }.mapNotNull { it.getStackTraceElement() }
        .firstOrNull { it.fileName != "scale.kt" }?.let { "${it.fileName}:${it.lineNumber}" }
}

private fun field(of: Any, vararg names: String): Any? =
    generateSequence<Class<*>>(of.javaClass) { it.superclass }.flatMap { it.declaredFields.asSequence() }
        .firstOrNull { it.name in names }?.apply { isAccessible = true }?.get(of)

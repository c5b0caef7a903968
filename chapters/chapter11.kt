// Chapter 11 in Kotlin: idle coroutines.
//
// The scale starts this program, weighs it while it is empty, has
// it start one of the loads below, and weighs it again.
import kotlin.time.Duration.Companion.hours
import kotlinx.coroutines.*
import kotlinx.coroutines.channels.Channel
import scale.Gate
import scale.serve

fun main(args: Array<String>) = serve(args, mapOf(
    "kotlin coroutines" to ::coroutines,
    "kotlin coroutines (deep)" to ::deep,
    "objects in Kotlin" to ::knownObjects,

    // the same, by what they wait for
    "kotlin coroutines (timer)" to each { gate ->
        withTimeout(1.hours) { gate.done.await() }
    },
    "kotlin coroutines (sleep)" to each { delay(1.hours) },
))

// Every coroutine says from inside that it runs, and then waits for a
// result that comes only after the weighing: as idle as a coroutine
// can be. It has no stack. The compiler makes an object of each call
// that can be suspended: it holds what the call needs to go on.
fun coroutines(tasks: Int, gate: Gate) {
    repeat(tasks) {
        gate.launch {
            gate.here()
            gate.done.await()
        }
    }
}

// Every coroutine waits below calls that have not returned yet. Each of
// these calls is an object of its own.
fun deep(tasks: Int, gate: Gate) {
    val depth = gate.number("depth")
    repeat(tasks) {
        gate.launch { call(depth, gate) }
    }
}

suspend fun call(depth: Int, gate: Gate): Int {
    if (depth > 0) return 1 + call(depth - 1, gate)
    gate.here()
    gate.done.await()
    return 0
}

// Every coroutine says from inside that it runs, and then calls wait.
fun each(wait: suspend (Gate) -> Unit) = { tasks: Int, gate: Gate ->
    repeat(tasks) {
        gate.launch {
            gate.here()
            wait(gate)
        }
    }
}

// Arrays of 1,024 bytes with their header of 16, and a reference of 4
// to each of them. The JVM of this program has the same collector as
// that of a program in Java.
fun knownObjects(objects: Int, gate: Gate) {
    gate.held = Array(objects) {
        gate.here()
        ByteArray(1_008)
    }
}

// What to take to work: wait for one answer. A sender calls back.
suspend fun takeToWork(send: ((Int) -> Unit) -> Unit): Int {
    // wrong: a channel has places for many answers, and only one comes
    val answers = Channel<Int>(1)
    send { answers.trySend(it) }
    val first = answers.receive()
    // right: a deferred value holds one answer
    val answer = CompletableDeferred<Int>()
    send { answer.complete(it) }
    return first + answer.await()
}

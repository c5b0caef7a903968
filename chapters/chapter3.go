// Chapter 3 in Go: what escapes, and what a parked goroutine keeps.
//
// The compiler decides where a variable lives: on the stack of its
// goroutine, or on the heap, if other code may still use it after the
// function has returned. `go build -gcflags=-m` says what it decided.
package main

func main() {
	serve(loads{
		"goroutines":            staying,
		"goroutines (escaping)": escaping,
	})
}

type pair struct{ a, b int }

// Stays on the stack: no other code can reach the pair.
func local(i int) int {
	p := &pair{i, i + 1}
	return p.a + p.b
}

// Escapes: the caller uses the pair after this frame is gone.
func returned(i int) *pair {
	return &pair{i, i + 1}
}

// Escapes: the function that is returned still uses the pair.
func captured(i int) func() int {
	p := pair{i, i + 1}
	return func() int { p.a++; return p.a + p.b }
}

// Each goroutine has a local array of kb kilobytes, and uses it again
// after the wait.
func staying(tasks int, gate *Gate) {
	for i := 0; i < tasks; i++ {
		switch gate.number("kb") {
		case 0:
			go wait(gate, nil)
		case 1:
			go func() { var locals [1 << 10]byte; wait(gate, locals[:]) }()
		case 4:
			go func() { var locals [4 << 10]byte; wait(gate, locals[:]) }()
		case 16:
			go func() { var locals [16 << 10]byte; wait(gate, locals[:]) }()
		}
	}
}

// The same array, made by the goroutine that starts the task: what is
// handed to another goroutine escapes.
func escaping(tasks int, gate *Gate) {
	for i := 0; i < tasks; i++ {
		switch gate.number("kb") {
		case 0:
			go wait(gate, nil)
		case 1:
			go wait(gate, new([1 << 10]byte)[:])
		case 4:
			go wait(gate, new([4 << 10]byte)[:])
		case 16:
			go wait(gate, new([16 << 10]byte)[:])
		}
	}
}

func wait(gate *Gate, locals []byte) {
	for i := range locals {
		locals[i] = 1
	}
	gate.here()
	<-gate.done
	for i := range locals {
		locals[i]++
	}
}

// What to take to work: a rare path that hands an object over.
func takeToWork(i int, keep func(*pair)) int {
	p, q := pair{i, i + 1}, pair{i, i + 1}
	if i == 30000 {
		// wrong: this path hands p over, so every call allocates p
		keep(&p)
		// right: this path hands a copy over, and q stays on the stack
		keep(&pair{q.a, q.b})
	}
	return p.a + p.b + q.a + q.b
}

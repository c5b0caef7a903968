// Chapter 3 in Go: what escapes, and what a parked goroutine keeps.
//
// The compiler decides where a variable lives: on the stack of its
// goroutine, or on the heap, if somebody may still use it when the
// function has returned. `go build -gcflags=-m` says what it decided.
package main

func main() {
	serve(loads{
		"goroutines":           staying,
		"goroutines, escaping": escaping,
	})
}

type pair struct{ a, b int }

// Stays: nobody else ever sees it.
func local(i int) int {
	p := &pair{i, i + 1}
	return p.a + p.b
}

// Escapes: whoever called has it, and this function's stack is gone.
func returned(i int) *pair {
	return &pair{i, i + 1}
}

// Escapes with the function that uses it.
func captured(i int) func() int {
	p := pair{i, i + 1}
	return func() int { p.a++; return p.a + p.b }
}

// Each goroutine has so many kilobytes of locals, which it needs
// again when it has waited.
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

// The same, made by whoever starts the goroutine: what is handed to
// another goroutine escapes.
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
